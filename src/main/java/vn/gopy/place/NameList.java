package vn.gopy.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.text.Folding;

/// Gathers every written name of a province and what it may mean.
final class NameList {
    private final Gazetteer gazetteer;
    private final Map<String, Set<Sense>> senses = new LinkedHashMap<>();
    private final Map<String, Name.Sort> sorts = new LinkedHashMap<>();
    /// The districts in which each old unit lay.
    private final Map<UnitId, List<String>> slugs = new HashMap<>();
    /// Other kinds that a unit has been of.
    private final Map<UnitId, Integer> olderKinds = new HashMap<>();

    private NameList(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        districts().forEach(district -> district.units().forEach(
                unit -> slugs.computeIfAbsent(unit.id(), _ -> new ArrayList<>()).add(district.slug())));
        gazetteer.olderNames().stream().filter(OlderName::kindOnly)
                .forEach(older -> olderKinds.merge(older.became().id(), Cues.kindOf(older.kind()),
                        (one, other) -> one | other));
    }

    static List<Name> of(Gazetteer gazetteer) {
        var list = new NameList(gazetteer);
        list.gather();
        return list.senses.entrySet().stream()
                .map(entry -> new Name(entry.getKey(),
                        list.sorts.getOrDefault(entry.getKey(), Name.Sort.PLAIN),
                        List.copyOf(entry.getValue())))
                .toList();
    }

    private void gather() {
        gazetteer.hamlets().stream().filter(hamlet -> !hamlet.others()).forEach(hamlet -> put(hamlet.name(),
                new Sense(new Candidate.OfHamlet(hamlet, true), Cues.HAMLET, districtsOf(hamlet.from()))));
        gazetteer.newUnits().forEach(unit -> put(unit.name(), sense(unit)));
        districts().forEach(district -> put(district.name(), sense(district)));
        gazetteer.oldUnits().forEach(unit -> put(unit.name(), sense(unit)));
        gazetteer.olderNames().stream().filter(name -> !name.kindOnly())
                .forEach(name -> put(name.name(), sense(name)));
        gazetteer.aliases().forEach(this::gather);
        sorts.putAll(gazetteer.everyday());
    }

    private void gather(Alias alias) {
        sorts.put(alias.written(), alias.sort());
        senses.computeIfAbsent(alias.written(), _ -> new LinkedHashSet<>());
        alias.units().forEach(unit -> put(alias.written(), sense(unit)));
        alias.parts().forEach(unit -> put(alias.written(), sense(unit).ofPart()));
        alias.districts().forEach(district -> put(alias.written(), sense(district)));
        alias.outside().forEach(name -> put(alias.written(),
                new Sense(new Candidate.Outside(name), Cues.TINH | Cues.THANH_PHO, Set.of())));
    }

    private void put(String written, Sense sense) {
        senses.computeIfAbsent(written, _ -> new LinkedHashSet<>()).add(sense);
    }

    private List<District> districts() {
        return Stream.concat(gazetteer.districts().stream(), gazetteer.olderDistricts().stream()).toList();
    }

    private Sense sense(District district) {
        return new Sense(new Candidate.OfDistrict(district.slug(), district.title(), district.units()),
                Cues.DISTRICT_KINDS, Set.of(district.slug()));
    }

    private Sense sense(OlderName name) {
        var districts = new HashSet<>(districtsOf(name.became()));
        districts.add(Folding.fold(name.district()).replace(' ', '-'));
        return new Sense(new Candidate.OfOlderName(name), Cues.kindOf(name.kind()), Set.copyOf(districts));
    }

    private Sense sense(Unit unit) {
        return new Sense(new Candidate.OfUnit(unit, false), kinds(unit), districtsOf(unit),
                gazetteer.hamletsOf(unit.id()).stream().filter(Hamlet::others).findFirst(), false);
    }

    private int kinds(Unit unit) {
        return Cues.kindOf(unit.kind()) | olderKinds.getOrDefault(unit.id(), 0);
    }

    /// A new unit lies in every district that it took something of.
    private Set<String> districtsOf(Unit unit) {
        var old = unit.id().isNew()
                ? gazetteer.predecessorsOf(unit.id()).stream().map(Succession::from).toList()
                : List.of(unit);
        return old.stream().flatMap(one -> slugs.getOrDefault(one.id(), List.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
