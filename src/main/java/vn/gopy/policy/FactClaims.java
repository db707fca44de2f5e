package vn.gopy.policy;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFacts;
import vn.gopy.policy.UnitText.Words;
import vn.gopy.text.Language;

/// What is known of a new unit itself: seat, service centre, area, people, neighbours, code.
final class FactClaims {
    static final Set<String> ASPECTS = Set.of("seat", "centre", "area", "population", "neighbours", "code");

    private final Gazetteer gazetteer;
    private final UnitText text;

    FactClaims(Gazetteer gazetteer, UnitText text) {
        this.gazetteer = gazetteer;
        this.text = text;
    }

    Claim of(String aspect, Unit now) {
        var facts = gazetteer.facts(now.id())
                .orElseThrow(() -> new PolicyException("units.csv: nothing is known of " + now.title()));
        var id = "place." + aspect + "." + now.id().code();
        return switch (aspect) {
            case "seat" -> claim(id, "seat",
                    _ -> Map.of("now", now.title(), "seat", facts.seat(), "source", of("seat")),
                    text.sources().of("seat"));
            case "centre" -> claim(id, "centre",
                    _ -> Map.of("now", now.title(), "address", facts.serviceCentre()),
                    text.sources().of("centre"));
            case "area" -> area(id, facts);
            case "population" -> population(id, facts);
            case "neighbours" -> neighbours(id, facts);
            case "code" -> claim(id, "code", _ -> Map.of("now", now.title(), "code", now.id().code()),
                    text.sources().of("code"));
            default -> throw new IllegalArgumentException("nothing is kept on a unit's " + aspect);
        };
    }

    private String of(String aspect) {
        return UnitText.titles(text.sources().of(aspect));
    }

    private Claim area(String id, UnitFacts facts) {
        var sources = text.sources().ofRow(facts.areaSource());
        return claim(id, "area",
                language -> Map.of("now", facts.unit().title(), "area", number(language, facts.areaKm2()),
                        "source", UnitText.titles(sources)),
                sources);
    }

    private Claim population(String id, UnitFacts facts) {
        var title = facts.unit().title();
        if (facts.population().isEmpty()) {
            return text.claim(id, new Words("population.none", "population.title", _ -> Map.of("now", title)),
                    List.of(), List.of());
        }
        var sources = text.sources().ofRow(facts.populationSource());
        return claim(id, "population",
                language -> Map.of("now", title, "people", number(language, facts.population().getAsInt()),
                        "source", UnitText.titles(sources)),
                sources);
    }

    /// As the language writes it: 12.345 people and 23,4 km² in Vietnamese, 12,345 and 23.4 in English.
    private static String number(Language language, double number) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    private Claim neighbours(String id, UnitFacts facts) {
        boolean none = facts.neighbours().isEmpty();
        return text.claim(id,
                new Words(none ? "neighbours.none" : "neighbours", "neighbours.title",
                        language -> Map.of("now",
                                facts.unit().title(), "parts",
                                text.list(language, facts.neighbours().stream().map(Unit::title).toList()))),
                text.sources().of("neighbours"), List.of());
    }

    private Claim claim(String id, String key, Function<Language, Map<String, String>> places,
            List<Source> sources) {
        return text.claim(id, new Words(key, key + ".title", places), sources, List.of());
    }
}
