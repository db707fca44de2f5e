package vn.gopy.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Somebody who has nothing but what is published, sets it all against each other and narrows every number until
/// nothing moves any more. Written apart from the code that audits: no solver, no true counts, no ties of the
/// house. Of the borders they know what the gazetteer tells everybody: which old unit became what, and lay where.
final class Reader {
    static final int MANY = 1_000_000;

    /// A published number's place: period, area, table and item.
    record Place(Period period, Area area, Item item) {}

    /// Whole = sum of parts when exact, whole at most the sum otherwise.
    record Law(Place whole, List<Place> parts, boolean exact) {}

    private final Map<Place, int[]> known = new HashMap<>();
    private final List<Law> laws = new ArrayList<>();
    private final Set<Area> told = new TreeSet<>();
    private final Rule rule = Village.SETTINGS.rule();
    private final boolean once;

    /// @param once whether everybody spoke once only, so that persons add up within a period, and the reader knows it
    Reader(Village village, boolean once) {
        this.once = once;
        for (var release : village.releases.list()) {
            for (var sheet : village.releases.sheets(release)) {
                sheet.counts().forEach((item, count) -> known
                        .put(new Place(sheet.period(), sheet.area(), item), range(count)));
            }
        }
        var places = new TreeSet<Area>();
        known.keySet().forEach(place -> places.add(place.area()));
        var gazetteer = village.gazetteer;
        for (var period : List.copyOf(known.keySet()).stream().map(Place::period).distinct().toList()) {
            places.forEach(area -> inside(period, area));
            crowds(period);
            polls(period);
            across(period, places);
            if (known.containsKey(new Place(period, Area.NO_DISTRICT, new Item.People()))) {
                Item.ofCommune().forEach(item -> borders(period, item, gazetteer));
                told.forEach(area -> inside(period, area));
            }
        }
    }

    /// Everybody told an old unit, or a new one alone, or none; whatever is published is made of these.
    private void borders(Period period, Item item, Gazetteer gazetteer) {
        var nowhere = told(period, item, "none");
        var unclear = new ArrayList<>(List.of(nowhere));
        var noDistrict = new ArrayList<>(List.of(nowhere));
        var districts = new ArrayList<>(List.of(new Place(period, Area.NO_DISTRICT, item)));
        var alone = new HashMap<Unit, Place>();
        for (var now : gazetteer.newUnits()) {
            var parts = gazetteer.predecessorsOf(now.id());
            var made = new ArrayList<Place>();
            parts.stream().filter(Succession::whole)
                    .forEach(part -> made.add(old(period, item, part.from())));
            if (parts.size() > 1 || made.isEmpty()) {
                alone.put(now, told(period, item, now.id().code()));
                made.add(told(period, item, now.id().code()));
            }
            law(new Place(period, new Area(now.id().code()), item), made, once);
            if (parts.stream().map(part -> part.from().district()).distinct().count() > 1) {
                noDistrict.add(told(period, item, now.id().code()));
            }
        }
        gazetteer.oldUnits().stream().filter(unit -> gazetteer.isSplit(unit.id()))
                .forEach(unit -> unclear.add(old(period, item, unit)));
        law(new Place(period, new Area("unclear"), item), unclear, once);
        law(new Place(period, Area.NO_DISTRICT, item), noDistrict, once);
        for (var district : gazetteer.districts()) {
            var whole = new Place(period, new Area("district:" + district.slug()), item);
            var nested = gazetteer.newUnitsIn(district).stream()
                    .filter(now -> gazetteer.predecessorsOf(now.id())
                            .stream().allMatch(part -> district.units().contains(part.from())))
                    .toList();
            var rest = nested.stream().filter(alone::containsKey).map(alone::get).toList();
            var parts = new ArrayList<Place>();
            district.units().forEach(unit -> parts.add(old(period, item, unit)));
            law(new Place(period, new Area("unclear:" + district.slug()), item), rest, once);
            parts.addAll(rest);
            law(whole, parts, once);
            var other = new ArrayList<>(district.units().stream()
                    .filter(unit -> gazetteer.isSplit(unit.id())
                            || !nested.contains(gazetteer.successorsOf(unit.id()).getFirst().to()))
                    .map(unit -> old(period, item, unit)).toList());
            nested.forEach(now -> other.add(new Place(period, new Area(now.id().code()), item)));
            law(whole, other, once);
            districts.add(whole);
        }
        law(new Place(period, Area.PROVINCE, item), districts, once);
    }

    private Place old(Period period, Item item, Unit unit) {
        var place = new Place(period, new Area("old:" + unit.id().code()), item);
        return known.containsKey(place) ? place : told(period, item, "old-" + unit.id().code());
    }

    /// A number that is never published.
    private Place told(Period period, Item item, String what) {
        var place = new Place(period, new Area("meeting:" + what), item);
        known.putIfAbsent(place, new int[]{0, MANY});
        told.add(place.area());
        return place;
    }

    private int[] range(Count count) {
        return switch (count) {
            case Count.Of(int some) -> new int[]{Math.max(rule.k(), some - 2), some + 2};
            case Count.Hidden() -> new int[]{0, MANY};
        };
    }

    private void inside(Period period, Area area) {
        var base = new Place(period, area, new Item.MoodBase());
        var people = new Place(period, area, new Item.People());
        var moods = new ArrayList<Place>();
        for (var group : Mood.Group.values()) {
            moods.add(new Place(period, area, new Item.MoodOf(group)));
        }
        var topics = new ArrayList<Place>();
        for (var topic : Topic.values()) {
            topics.add(new Place(period, area, new Item.TopicOf(topic)));
        }
        law(base, moods, true);
        law(people, topics, once);
    }

    /// Everybody sent the words of many or words of their own, with a mood or without.
    /// Who answered a poll chose one option.
    private void polls(Period period) {
        for (var whole : List.copyOf(known.keySet())) {
            if (whole.period().equals(period) && whole.item() instanceof Item.PollAll(var poll)) {
                var parts = known.keySet().stream()
                        .filter(place -> place.period().equals(period) && place.area().equals(whole.area())
                                && place.item() instanceof Item.PollChoice(var of, _) && of == poll)
                        .toList();
                laws.add(new Law(whole, parts, true));
            }
        }
    }

    private void crowds(Period period) {
        words(period, new Item.People(), Item.WordsOf::new);
        words(period, new Item.MoodBase(), Item.WordsBase::new);
        for (var group : Mood.Group.values()) {
            words(period, new Item.MoodOf(group), words -> new Item.WordsMood(words, group));
        }
        for (var words : Item.Words.values()) {
            var moods = new ArrayList<Place>();
            for (var group : Mood.Group.values()) {
                moods.add(new Place(period, Area.PROVINCE, new Item.WordsMood(words, group)));
            }
            law(new Place(period, Area.PROVINCE, new Item.WordsBase(words)), moods, true);
        }
    }

    private void words(Period period, Item whole, Function<Item.Words, Item> part) {
        law(new Place(period, Area.PROVINCE, whole),
                List.of(new Place(period, Area.PROVINCE, part.apply(Item.Words.ALIKE)),
                        new Place(period, Area.PROVINCE, part.apply(Item.Words.OWN))),
                true);
    }

    private void across(Period period, Set<Area> places) {
        for (var item : Item.ofCommune()) {
            law(new Place(period, Area.PROVINCE, item),
                    places.stream().filter(area -> area.kind() == Area.Kind.NEW)
                            .map(area -> new Place(period, area, item)).toList(),
                    once);
        }
        var kinds = Map.of(Period.Kind.QUARTER, Period.Kind.MONTH, Period.Kind.YEAR, Period.Kind.QUARTER);
        var below = kinds.get(period.kind());
        if (below == null) {
            return;
        }
        for (var area : places) {
            for (var item : Item.ofCommune()) {
                var parts = new ArrayList<Place>();
                for (var part = Period.containing(below, period.start()); part.start()
                        .isBefore(period.end()); part = part.next()) {
                    parts.add(new Place(part, area, item));
                }
                law(new Place(period, area, item), parts, false);
            }
        }
    }

    private void law(Place whole, List<Place> parts, boolean exact) {
        if (known.containsKey(whole) && !parts.isEmpty() && known.keySet().containsAll(parts)) {
            laws.add(new Law(whole, parts, exact));
        }
    }

    Set<Place> places() {
        return known.keySet();
    }

    List<Law> laws() {
        return laws;
    }

    /// What is known of a number before anything is narrowed.
    Range range(Place place) {
        return new Range(at(place)[0], at(place)[1]);
    }

    boolean isHidden(Place place) {
        return at(place)[1] == MANY;
    }

    /// What is hidden and can be told to be a group of fewer than k persons, and how many at least and at most.
    List<String> isolated() {
        var hidden = known.entrySet().stream().filter(entry -> entry.getValue()[1] == MANY)
                .map(Map.Entry::getKey).toList();
        narrow();
        var found = new ArrayList<String>();
        for (var place : hidden) {
            if (isSmall(at(place)[0], at(place)[1])) {
                found.add(place + " " + at(place)[0] + ".." + at(place)[1]);
            }
        }
        laws.forEach(law -> rest(law, found));
        return found;
    }

    /// The numbers, published or hidden, that can be told exactly.
    List<String> exact() {
        narrow();
        return known.entrySet().stream().filter(entry -> entry.getValue()[0] == entry.getValue()[1])
                .map(entry -> entry.getKey().toString()).toList();
    }

    private void narrow() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (var law : laws) {
                moved |= narrow(law);
            }
        }
    }

    private boolean isSmall(int low, int high) {
        return low == high || (low > 0 && high < rule.k() && high - low < rule.k() - 2);
    }

    /// Who is in a whole and in no published part of it.
    private void rest(Law law, List<String> found) {
        for (var part : law.parts) {
            var whole = at(law.whole);
            var some = at(part);
            if (whole[0] >= rule.k() && some[0] >= rule.k() && law.whole.period().equals(part.period())
                    && whole[1] < MANY && some[1] < MANY) {
                int low = Math.max(0, whole[0] - some[1]);
                int high = whole[1] - some[0];
                if (isSmall(low, high)) {
                    found.add(law.whole + " less " + part + " " + low + ".." + high);
                }
            }
        }
    }

    private int[] at(Place place) {
        return known.getOrDefault(place, new int[]{0, MANY});
    }

    private boolean narrow(Law law) {
        long low = 0;
        long high = 0;
        for (var part : law.parts) {
            low += at(part)[0];
            high += at(part)[1];
        }
        boolean moved = narrow(law.whole, law.exact ? low : 0, high);
        for (var part : law.parts) {
            long most = law.exact ? at(law.whole)[1] - (low - at(part)[0]) : MANY;
            long least = at(law.whole)[0] - (high - at(part)[1]);
            moved |= narrow(part, least, most);
        }
        return moved;
    }

    private boolean narrow(Place place, long low, long high) {
        var range = at(place);
        int before = range[1] - range[0];
        range[0] = (int) Math.max(range[0], Math.min(low, range[1]));
        range[1] = (int) Math.min(range[1], Math.max(high, range[0]));
        return range[1] - range[0] < before;
    }
}
