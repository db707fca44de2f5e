package vn.gopy.policy;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Hamlet;
import vn.gopy.place.OlderName;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.policy.UnitText.Words;
import vn.gopy.text.Language;

/// What became of old units, and of what the new ones were made, with the clause that says so.
final class SuccessionClaims {
    private final Gazetteer gazetteer;
    private final UnitText text;

    SuccessionClaims(Gazetteer gazetteer, UnitText text) {
        this.gazetteer = gazetteer;
        this.text = text;
    }

    /// What an old unit became; for a split one also what is known of its hamlets, and the question after
    /// them.
    List<Claim> newOf(Unit old) {
        var edges = gazetteer.successorsOf(old.id());
        var id = "place.new-of." + old.id().code();
        if (edges.size() == 1) {
            var key = edges.getFirst().scope() == Succession.Scope.UNCHANGED ? "new-of.same" : "new-of";
            return List.of(text.claim(id,
                    new Words(key, "new-of.title",
                            _ -> Map.of("old", old.title(), "district", old.district(), "now",
                                    edges.getFirst().to().title())),
                    clauses(edges), List.of()));
        }
        var peopled = edges.stream().filter(edge -> edge.scope() != Succession.Scope.AREA_ONLY).toList();
        return peopled.size() == 1 && peopled.getFirst().grade().equals("A")
                ? List.of(people(id, peopled.getFirst(), edges))
                : split(id, old, edges);
    }

    private Claim people(String id, Succession peopled, List<Succession> edges) {
        var other = edges.stream().filter(edge -> !edge.equals(peopled)).map(edge -> edge.to().title())
                .toList();
        return text.claim(id,
                new Words("new-of.people", "new-of.title",
                        language -> Map.of("old", peopled.from().title(), "now",
                                peopled.to().title(), "other", text.list(language, other))),
                clauses(edges), List.of());
    }

    private List<Claim> split(String id, Unit old, List<Succession> edges) {
        var hamlets = hamlets(old);
        var claims = new ArrayList<Claim>();
        claims.add(text.claim(id,
                new Words("new-of.split", "new-of.split.title",
                        language -> Map.of("old", old.title(), "district",
                                old.district(), "parts", parts(language, edges))),
                clauses(edges),
                Stream.concat(hamlets.stream(), Stream.of(askHamlet(old))).map(Claim::id).limit(1)
                        .toList()));
        claims.addAll(hamlets.isEmpty() ? List.of(askHamlet(old)) : hamlets);
        return claims;
    }

    private String parts(Language language, List<Succession> edges) {
        return text.list(language, edges.stream().map(edge -> edge.to().name().equals(edge.from().name())
                ? text.say(language, "new-one", "now", edge.to().title())
                : edge.to().title()).toList());
    }

    Claim askHamlet(Unit old) {
        return text.claim("place.ask-hamlet." + old.id().code(),
                new Words("ask-hamlet", "ask-hamlet.title", _ -> Map.of()), List.of(), List.of());
    }

    /// Where the hamlets of a split unit went, one claim for each new unit.
    List<Claim> hamlets(Unit old) {
        var byUnit = gazetteer.hamletsOf(old.id()).stream()
                .collect(groupingBy(Hamlet::to, LinkedHashMap::new, Collectors.toList()));
        return byUnit.entrySet().stream().map(one -> hamlets(old, one.getKey(), one.getValue())).toList();
    }

    private Claim hamlets(Unit old, Unit now, List<Hamlet> hamlets) {
        boolean others = hamlets.stream().anyMatch(Hamlet::others);
        return text.claim("place.hamlets." + old.id().code() + (others ? ".others" : ""),
                new Words(others ? "hamlets.others" : "hamlets", "hamlets.title",
                        language -> Map.of("hamlets",
                                text.list(language, hamlets.stream().map(Hamlet::name).toList()), "old",
                                old.title(), "now",
                                now.title())),
                hamlets.stream().flatMap(hamlet -> text.sources().ofRow(hamlet.source()).stream()).distinct()
                        .toList(),
                List.of());
    }

    /// What became of a name that had gone before; the older resolution is known through the statistics
    /// office's list.
    List<Claim> older(OlderName older) {
        var edges = gazetteer.successorsOf(older.became().id());
        var sources = new ArrayList<>(text.sources().ofRow(older.source()));
        sources.addAll(clauses(
                edges.stream().filter(edge -> older.now().map(edge.to()::equals).orElse(true)).toList()));
        return List.of(text.claim("place.older." + UnitClaims.slug(older),
                new Words(olderKey(older), "older.title", language -> Map.of("older", older.title(), "became",
                        older.became().title(), "date", Dates.plain(older.retiredOn()), "now",
                        older.now().map(Unit::title).orElse(""), "parts", parts(language, edges))),
                sources, List.of()));
    }

    private static String olderKey(OlderName older) {
        if (older.now().isEmpty()) {
            return "older.split";
        }
        if (older.kindOnly()) {
            return "older.kind";
        }
        return Dates.isDay(older.retiredOn()) ? "older" : "older.earlier";
    }

    Claim formedFrom(Unit now) {
        var edges = gazetteer.predecessorsOf(now.id());
        boolean same = edges.size() == 1 && edges.getFirst().scope() == Succession.Scope.UNCHANGED;
        return text.claim("place.formed-from." + now.id().code(),
                new Words(same ? "formed-from.same" : "formed-from", "formed-from.title",
                        language -> Map.of("now",
                                now.title(), "parts",
                                text.list(language, edges.stream().map(edge -> edge.whole()
                                        ? edge.from().title()
                                        : text.say(language, "formed-from.part", "old", edge.from().title()))
                                        .toList()))),
                clauses(edges), List.of());
    }

    Claim district(District district) {
        var units = gazetteer.newUnitsIn(district).stream().map(Unit::title).toList();
        return text.claim("place.district." + district.slug(),
                new Words("district", "district.title",
                        language -> Map.of("district", district.title(), "parts",
                                text.list(language, units))),
                text.sources().of("succession"), List.of());
    }

    private List<Source> clauses(List<Succession> edges) {
        return edges.stream().flatMap(edge -> text.clause(edge).stream()).distinct().toList();
    }
}
