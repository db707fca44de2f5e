package vn.gopy.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.place.Gazetteer;

/// What the claims on units rest on, as `units.yaml` names it: each province has its own resolution and its
/// own tables.
///
/// @param aspects what is told of a unit → its sources
/// @param tables  how the source column of a table begins → the sources that a resident sees
record UnitSources(Map<String, List<Source>> aspects, Map<String, List<Source>> tables) {
    private static final Set<String> ASPECTS = Set.of("succession", "seat", "centre", "neighbours", "code");

    UnitSources {
        aspects = Map.copyOf(aspects);
        tables = Map.copyOf(tables);
    }

    static UnitSources from(Node units, Documents documents, LocalDate checked) {
        var aspects = cited(units, "sources", documents, checked);
        ASPECTS.stream().filter(aspect -> aspects.getOrDefault(aspect, List.of()).isEmpty()).sorted()
                .findFirst().ifPresent(aspect -> {
                    throw units.wrong("sources has no '" + aspect + "'");
                });
        return new UnitSources(aspects, cited(units, "tables", documents, checked));
    }

    private static Map<String, List<Source>> cited(Node units, String key, Documents documents,
            LocalDate checked) {
        var sources = new HashMap<String, List<Source>>();
        units.child(key).forEach((name, written) -> sources.put(name,
                written.stream().map(one -> documents.cited(units, one, checked)).toList()));
        return sources;
    }

    List<Source> of(String aspect) {
        return aspects.getOrDefault(aspect, List.of());
    }

    /// The sources of a row, by what stands in its source column.
    List<Source> ofRow(String written) {
        return find(written)
                .orElseThrow(() -> new PolicyException("units.yaml: tables has no source '" + written + "'"));
    }

    private Optional<List<Source>> find(String written) {
        return tables.entrySet().stream().filter(one -> written.startsWith(one.getKey()))
                .map(Map.Entry::getValue).findFirst();
    }

    /// Throws [PolicyException] when a row of a province has a source that nothing here stands for, at the
    /// start rather than at the first question.
    void check(Gazetteer gazetteer) {
        gazetteer.newUnits().forEach(unit -> gazetteer.facts(unit.id()).ifPresent(facts -> {
            ofRow(facts.areaSource());
            facts.population().ifPresent(_ -> ofRow(facts.populationSource()));
        }));
        gazetteer.oldUnits().forEach(
                unit -> gazetteer.hamletsOf(unit.id()).forEach(hamlet -> ofRow(hamlet.source())));
        gazetteer.olderNames().forEach(name -> ofRow(name.source()));
    }
}
