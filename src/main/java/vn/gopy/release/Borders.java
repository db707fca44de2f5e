package vn.gopy.release;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;

/// Which areas a resident's unit is counted in.
///
/// A new unit is its own area. An old unit is counted in the new one that took it whole; one that was split
/// among several is counted as unclear by new units: no guess is made (C4). By former districts, an old unit
/// counts in its own and a new one in the district that all its parts lay in; one with parts of several is unclear.
/// By old units, only who told one counts in it, or who told a new one that is one old unit and nothing else.
public final class Borders {
    private final Map<UnitId, Site> sites;
    private final List<Site> all;
    private final List<Area> parts;
    private final List<Area> districts;
    private final Map<Area, List<Area>> within;

    /// @param sites where each unit lies
    private Borders(Map<UnitId, Site> sites) {
        this.sites = Map.copyOf(sites);
        all = Stream.concat(Stream.of(Site.UNKNOWN), sites.values().stream()).distinct()
                .sorted(Comparator.comparing(Site::toString)).toList();
        parts = all.stream().map(Site::now).distinct().sorted().toList();
        districts = all.stream().map(Site::district).distinct().sorted().toList();
        within = districts.stream().collect(Collectors.toMap(Function.identity(), this::oldAreas));
    }

    private List<Area> oldAreas(Area district) {
        return all.stream().filter(site -> site.district().equals(district)).map(Site::old)
                .filter(old -> !old.equals(district)).distinct().sorted().toList();
    }

    /// The borders as a gazetteer knows them.
    public static Borders of(Gazetteer gazetteer) {
        var sites = new HashMap<UnitId, Site>();
        var districts = new HashMap<UnitId, String>();
        gazetteer.districts()
                .forEach(district -> district.units()
                        .forEach(unit -> districts.put(unit.id(), district.slug())));
        gazetteer.oldUnits().stream().map(Unit::id)
                .forEach(old -> sites.put(old, old(old, gazetteer.successorsOf(old), districts)));
        gazetteer.newUnits().stream().map(Unit::id)
                .forEach(now -> sites.put(now, now(now, gazetteer.predecessorsOf(now), districts)));
        return new Borders(sites);
    }

    private static Site old(UnitId old, List<Succession> became, Map<UnitId, String> districts) {
        var now = became.size() == 1 && became.getFirst().whole()
                ? Area.of(became.getFirst().to().id())
                : Area.UNCLEAR;
        var district = Optional.ofNullable(districts.get(old)).map(Area::ofDistrict).orElse(Area.NO_DISTRICT);
        return new Site(now, district, Area.of(old));
    }

    private static Site now(UnitId now, List<Succession> parts, Map<UnitId, String> districts) {
        var lay = parts.stream().map(part -> districts.getOrDefault(part.from().id(), "")).distinct()
                .toList();
        if (lay.size() != 1 || lay.getFirst().isEmpty()) {
            return new Site(Area.of(now), Area.NO_DISTRICT, Area.NO_DISTRICT);
        }
        var old = parts.size() == 1 && parts.getFirst().whole()
                ? Area.of(parts.getFirst().from().id())
                : Area.restOf(lay.getFirst());
        return new Site(Area.of(now), Area.ofDistrict(lay.getFirst()), old);
    }

    Site siteOf(UnitId unit) {
        return sites.getOrDefault(unit, Site.UNKNOWN);
    }

    /// The new unit that a unit is counted in, or the unclear part.
    public Area areaOf(UnitId unit) {
        return siteOf(unit).now();
    }

    /// All sites, each once, in a fixed order.
    List<Site> all() {
        return all;
    }

    /// The areas of the new borders, which together make the province up: all new units and the unclear part.
    public List<Area> parts() {
        return parts;
    }

    /// The former districts and what belongs to none for certain: together the province, too.
    public List<Area> districts() {
        return districts;
    }

    /// The old units of a former district and what belongs to none of them for certain: together the district.
    public List<Area> within(Area district) {
        return within.getOrDefault(district, List.of());
    }

    /// All old units and the rests of the districts.
    Set<Area> olds() {
        return within.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }
}
