package vn.gopy.release;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where the areas of several borders meet. A meeting that is all of an area is that area; the others have a name
/// of their own.
final class Meetings {
    private final Map<Set<Area>, Area> names = new LinkedHashMap<>();
    private final Map<Site, Set<Area>> areas = new LinkedHashMap<>();
    private final Map<Area, Set<Set<Area>>> of = new TreeMap<>();

    Meetings(List<Site> sites, Period.Kind kind) {
        for (var site : sites) {
            var met = site.areas(kind);
            areas.put(site, met);
            met.forEach(area -> of.computeIfAbsent(area, _ -> new LinkedHashSet<>()).add(met));
        }
        areas.forEach((site, met) -> names.computeIfAbsent(met, _ -> name(site, met)));
    }

    private Area name(Site site, Set<Area> met) {
        return Stream.of(site.now(), site.district(), site.old()).filter(met::contains)
                .filter(area -> meetingsOf(area).size() == 1).findFirst().orElseGet(() -> Area.meeting(met));
    }

    private Set<Set<Area>> meetingsOf(Area area) {
        return of.getOrDefault(area, Set.of());
    }

    /// What the meeting is called in which somebody spoke.
    Area of(Site site) {
        return names.getOrDefault(areas.getOrDefault(site, Set.of()), Area.UNCLEAR);
    }

    /// Those that are no area themselves.
    List<Area> own() {
        return names.values().stream().filter(area -> area.kind() == Area.Kind.MEETING).toList();
    }

    /// What each area is made of: new units that lie in it as a whole, meetings otherwise. Without those areas that
    /// are one meeting.
    Map<Area, List<Area>> parts() {
        var parts = new LinkedHashMap<Area, List<Area>>();
        of.keySet().forEach(area -> {
            var made = new LinkedHashSet<Area>();
            meetingsOf(area).forEach(met -> made.add(part(area, met)));
            if (!made.equals(Set.of(area))) {
                parts.put(area, List.copyOf(made));
            }
        });
        return parts;
    }

    private Area part(Area area, Set<Area> met) {
        return met.stream().filter(other -> other.kind() == Area.Kind.NEW && !other.equals(area))
                .filter(now -> meetingsOf(area).containsAll(meetingsOf(now))).findFirst()
                .orElseGet(() -> names.getOrDefault(met, Area.UNCLEAR));
    }

    /// The old units that lie in a new one, or in the unclear part, with others.
    Map<Area, Area> nested() {
        var nested = new HashMap<Area, Area>();
        areas.forEach((site, met) -> {
            if (of(site).equals(site.old())) {
                nested.put(site.old(), site.now());
            }
        });
        return nested;
    }
}
