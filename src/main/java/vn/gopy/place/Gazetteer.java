package vn.gopy.place;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The units of one province, before and since the reorganisation, and what became of what. Unchanging and
/// thread-safe.
public final class Gazetteer {
    private final Map<UnitId, Unit> units;
    private final List<Unit> newUnits;
    private final List<Unit> oldUnits;
    private final Map<UnitId, List<Succession>> successors;
    private final Map<UnitId, List<Succession>> predecessors;
    private final Map<UnitId, UnitFacts> facts;
    private final List<District> districts;
    private final List<District> olderDistricts;
    private final List<OlderName> olderNames;
    private final List<Hamlet> hamlets;
    private final Map<UnitId, List<Hamlet>> hamletsOf;
    private final List<Alias> aliases;
    private final Map<String, Name.Sort> everyday;

    private Gazetteer(ProvinceFiles files) {
        units = Map.copyOf(files.units);
        newUnits = files.units.values().stream().filter(unit -> unit.id().isNew()).toList();
        oldUnits = files.units.values().stream().filter(unit -> !unit.id().isNew()).toList();
        successors = files.successions.stream().collect(groupingBy(edge -> edge.from().id()));
        predecessors = files.successions.stream().collect(groupingBy(edge -> edge.to().id()));
        facts = files.facts.stream().collect(toMap(known -> known.unit().id(), Function.identity()));
        districts = List.copyOf(files.districts);
        olderDistricts = List.copyOf(files.olderDistricts);
        olderNames = List.copyOf(files.olderNames);
        hamlets = List.copyOf(files.hamlets);
        hamletsOf = hamlets.stream().collect(groupingBy(hamlet -> hamlet.from().id()));
        var spellings = new SpellingFiles(files);
        aliases = List.copyOf(spellings.aliases);
        everyday = Map.copyOf(spellings.everyday);
        newUnits.stream().filter(unit -> !predecessors.containsKey(unit.id())).findFirst().ifPresent(unit -> {
            throw new PlaceException("nothing became " + unit.title() + " (" + unit.id() + ")");
        });
    }

    /// Opens `config/places/<province>/` on the class path. Throws [PlaceException] with file and line when
    /// it is wrong.
    public static Gazetteer open(String province) {
        return new Gazetteer(new ProvinceFiles(province));
    }

    /// In the order of the file, which is by code.
    public List<Unit> newUnits() {
        return newUnits;
    }

    public List<Unit> oldUnits() {
        return oldUnits;
    }

    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /// What an old unit became: one edge, or two and more for a split one. Empty for an unknown id.
    public List<Succession> successorsOf(UnitId old) {
        return successors.getOrDefault(old, List.of());
    }

    /// What a new unit was made of.
    public List<Succession> predecessorsOf(UnitId now) {
        return predecessors.getOrDefault(now, List.of());
    }

    /// Whether an old unit went to more than one new unit.
    public boolean isSplit(UnitId old) {
        return successorsOf(old).size() > 1;
    }

    public Optional<UnitFacts> facts(UnitId now) {
        return Optional.ofNullable(facts.get(now));
    }

    /// The districts, towns and cities that ceased with the reorganisation.
    public List<District> districts() {
        return districts;
    }

    /// The former district with this slug.
    public Optional<District> district(String slug) {
        return districts.stream().filter(district -> district.slug().equals(slug)).findFirst();
    }

    /// Districts that had gone before, such as huyện Hoành Bồ.
    public List<District> olderDistricts() {
        return olderDistricts;
    }

    public List<OlderName> olderNames() {
        return olderNames;
    }

    /// Hamlets known to decide where a split unit went.
    public List<Hamlet> hamlets() {
        return hamlets;
    }

    public List<Hamlet> hamletsOf(UnitId old) {
        return hamletsOf.getOrDefault(old, List.of());
    }

    /// The new units that took something of a former district, each once.
    public List<Unit> newUnitsIn(District district) {
        return district.units().stream().flatMap(unit -> successorsOf(unit.id()).stream()).map(Succession::to)
                .distinct().toList();
    }

    List<Alias> aliases() {
        return aliases;
    }

    /// Names that are also everyday words.
    Map<String, Name.Sort> everyday() {
        return everyday;
    }
}
