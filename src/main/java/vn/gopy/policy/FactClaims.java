package vn.gopy.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFacts;
import vn.gopy.policy.UnitText.Words;

/// What is known of a new unit itself: seat, service centre, area, people, neighbours, code.
final class FactClaims {
    static final Set<String> ASPECTS = Set.of("seat", "centre", "area", "population", "neighbours", "code");
    private static final Map<String, String> DOCUMENTS = Map.of("bando", "bando", "laodong", "lao-dong",
            "computed",
            "ranh-gioi");

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
            case "seat" -> claim(id, "seat", Map.of("now", now.title(), "seat", facts.seat()), "lao-dong");
            case "centre" -> text.claim(id,
                    new Words("centre", "centre.title",
                            _ -> Map.of("now", now.title(), "address", facts.serviceCentre())),
                    List.of(text.source("tb-152", "", "", "tvpl")), List.of());
            case "area" -> area(id, facts);
            case "population" -> population(id, facts);
            case "neighbours" -> neighbours(id, facts);
            case "code" -> text.claim(id,
                    new Words("code", "code.title", _ -> Map.of("now", now.title(), "code", now.id().code())),
                    List.of(text.source("cv-1027"), text.source("qd-19-2025", "", "", "danh-muc-tk")),
                    List.of());
            default -> throw new IllegalArgumentException("nothing is kept on a unit's " + aspect);
        };
    }

    private Claim area(String id, UnitFacts facts) {
        var document = document(facts.areaSource());
        var area = String.format(Locale.GERMANY, "%.1f", facts.areaKm2()).replace(",0", "");
        return claim(id, "area",
                Map.of("now", facts.unit().title(), "area", area, "source", text.number(document)), document);
    }

    private Claim population(String id, UnitFacts facts) {
        var title = facts.unit().title();
        if (facts.population().isEmpty()) {
            return text.claim(id, new Words("population.none", "population.title", _ -> Map.of("now", title)),
                    List.of(),
                    List.of());
        }
        var document = document(facts.populationSource());
        var people = String.format(Locale.GERMANY, "%,d", facts.population().getAsInt());
        return claim(id, "population",
                Map.of("now", title, "people", people, "source", text.number(document)),
                document);
    }

    private Claim neighbours(String id, UnitFacts facts) {
        boolean none = facts.neighbours().isEmpty();
        return text.claim(id,
                new Words(none ? "neighbours.none" : "neighbours", "neighbours.title",
                        language -> Map.of("now",
                                facts.unit().title(), "parts",
                                text.list(language, facts.neighbours().stream().map(Unit::title).toList()))),
                List.of(text.source("ranh-gioi")), List.of());
    }

    private Claim claim(String id, String key, Map<String, String> places, String document) {
        return text.claim(id, new Words(key, key + ".title", _ -> places), List.of(text.source(document)),
                List.of());
    }

    private static String document(String source) {
        return DOCUMENTS.getOrDefault(source, source);
    }
}
