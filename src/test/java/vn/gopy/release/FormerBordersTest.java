package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.Voice;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// Figures by old units and former districts beside those by new units.
final class FormerBordersTest {
    private static final Area HA_LONG = new Area("district:ha-long");
    private static final Rule RULE = Village.SETTINGS.rule();

    private final Gazetteer gazetteer = Gazetteer.open("quang-ninh");
    private final Borders borders = Borders.of(gazetteer);

    private static int all(Map<Cell, Integer> counts, Area area, Item item) {
        return counts.getOrDefault(new Cell(area, item), 0);
    }

    private static int sum(Map<Cell, Integer> counts, List<Area> areas, Item item) {
        return areas.stream().mapToInt(area -> all(counts, area, item)).sum();
    }

    /// Voices of persons who each speak once, anywhere.
    private Map<Cell, Integer> anyCounts(Random chance, Period.Kind kind, int persons) {
        var tally = new Tally(new Division(borders, kind));
        for (int person = 0; person < persons; person++) {
            tally.hear(new Voice(Pseudonym.of(Village.pid(person)), Instant.EPOCH, Mood.of(chance.nextInt(6)),
                    List.of(List.of(Topic.values()).get(chance.nextInt(13))), anywhere(chance), false,
                    new Voice.Guess(Optional.empty(), Optional.empty())));
        }
        return tally.counts();
    }

    private Feedback.Place anywhere(Random chance) {
        return switch (chance.nextInt(10)) {
            case 0 -> new Feedback.Place.Unclear();
            case 1, 2, 3, 4 -> new Feedback.Place.In(any(chance, gazetteer.oldUnits()).id());
            default -> new Feedback.Place.In(any(chance, gazetteer.newUnits()).id());
        };
    }

    private static Unit any(Random chance, List<Unit> units) {
        return units.get((int) (units.size() * Math.pow(chance.nextDouble(), 1.7)));
    }

    @Test
    void by_old_and_by_new_borders_each_with_its_unclear_part_the_sum_is_the_province() {
        var chance = new Random(71);
        for (int round = 0; round < 20; round++) {
            var counts = anyCounts(chance, Period.Kind.QUARTER, 50 + chance.nextInt(2000));
            for (var item : Item.ofCommune()) {
                assertEquals(all(counts, Area.PROVINCE, item), sum(counts, borders.parts(), item));
            }
            for (var item : Item.ofOldBorders()) {
                for (var district : gazetteer.districts()) {
                    var area = Area.ofDistrict(district.slug());
                    assertEquals(all(counts, area, item), sum(counts, borders.within(area), item));
                }
                var olds = new ArrayList<>(borders.olds());
                olds.add(Area.NO_DISTRICT);
                assertEquals(all(counts, Area.PROVINCE, item), sum(counts, olds, item));
                assertEquals(all(counts, Area.PROVINCE, item), sum(counts, borders.districts(), item));
            }
        }
    }

    @Test
    void thirteen_districts_and_all_old_units_are_counted_beside_the_new_ones() {
        assertEquals(14, borders.districts().size());
        assertEquals(171, borders.olds().stream().filter(area -> area.unit().isPresent()).count());
        assertEquals(55, borders.parts().size());
    }

    @Test
    void whoever_told_a_new_unit_counts_in_the_district_that_all_its_parts_lay_in_and_in_no_old_unit() {
        var site = borders.siteOf(UnitId.ofNew("07030"));
        assertEquals(new Site(new Area("07030"), HA_LONG, new Area("unclear:ha-long")), site);
        assertEquals(Area.NO_DISTRICT, borders.siteOf(UnitId.ofNew("06799")).district());
        assertEquals(Area.NO_DISTRICT, borders.siteOf(UnitId.ofNew("06799")).old());
    }

    @Test
    void whoever_told_a_split_unit_is_unclear_by_new_borders_and_known_by_old_ones() {
        var split = gazetteer.oldUnits().stream().map(Unit::id).filter(gazetteer::isSplit).findFirst()
                .orElseThrow();

        assertEquals(Area.UNCLEAR, borders.siteOf(split).now());
        assertEquals(Area.of(split), borders.siteOf(split).old());
        assertTrue(borders.siteOf(split).district().district().isPresent());
    }

    @Test
    void a_new_unit_that_is_one_old_unit_and_nothing_else_counts_in_it() {
        assertEquals(Area.Kind.OLD, borders.siteOf(UnitId.ofNew("06967")).old().kind());
        assertTrue(borders.siteOf(UnitId.ofNew("06967")).old().unit().isPresent());
    }

    /// The audit knows the groups in which old and new borders meet; nobody else ever does.
    @Test
    void every_tie_of_old_and_new_borders_holds_in_the_counts_and_no_meeting_is_published(
            @TempDir Path folder) {
        var chance = new Random(5);
        for (var kind : List.of(Period.Kind.MONTH, Period.Kind.QUARTER)) {
            var counts = anyCounts(chance, kind, 3000);
            var made = new Division(borders, kind).allTies().stream().filter(Tie.Made.class::isInstance)
                    .map(Tie.Made.class::cast).toList();
            assertTrue(made.size() >= 100, "ties " + made.size());
            for (var tie : made) {
                assertEquals(counts.getOrDefault(tie.whole(), 0),
                        tie.parts().stream().mapToInt(part -> counts.getOrDefault(part, 0)).sum(),
                        () -> tie.whole() + " " + tie.parts());
            }
        }
        try (var village = new Village(folder)) {
            village.crowd(0, 60, new Said("2026-09-02T09:00", 4, Topic.KHAC, Village.HOANH_BO));
            village.crowd(100, 60, new Said("2026-09-02T09:00", 4, Topic.KHAC, "unclear"));
            village.publish("2026-10-05T03:00");
            assertTrue(Village.people(village.sheet(HA_LONG, "2026-09")) > 0);
            assertTrue(village.releases.list().stream()
                    .flatMap(release -> village.releases.sheets(release).stream())
                    .noneMatch(sheet -> sheet.area().kind() == Area.Kind.MEETING));
        }
    }

    /// New borders are what officials work with: whatever old ones tell besides is paid for by old ones.
    @Test
    void figures_by_new_borders_lose_no_cell_to_the_old_ones() {
        var quarter = Period.parse("2026-Q3").orElseThrow();
        var division = new Division(borders, quarter.kind());
        var bounds = new LpAuditor(Past.NONE);
        var counts = anyCounts(new Random(9), quarter.kind(), 24_000);
        var truth = new HashMap<Cell, Integer>();
        division.cells().forEach(cell -> truth.put(cell, counts.getOrDefault(cell, 0)));
        var alone = bounds.closed(new Draft(quarter, RULE, division.ties(), truth,
                Suppression.of(RULE, division.ties(), truth))).draft();

        var both = new Drafting(RULE, division, bounds, new Course(List.of(), bounds)).draft(quarter, counts);

        var hidden = new HashSet<>(both.hidden());
        hidden.removeIf(cell -> Division.isFormer(cell.area()));
        assertEquals(alone.hidden(), hidden);
        assertEquals(List.of(), bounds.objections(both));
        assertEquals(List.of(), new RuleAuditor().objections(both));
        long shown = both.truth().keySet().stream()
                .filter(cell -> cell.area().isFormer() && !both.hidden().contains(cell)).count();
        assertTrue(shown > 300, "shown " + shown);
    }

    @Test
    void districts_have_months_and_old_units_have_quarters_and_neither_has_topics(@TempDir Path folder) {
        try (var village = new Village(folder)) {
            var old = borders.within(HA_LONG).stream().filter(area -> area.unit().isPresent())
                    .max(Comparator.naturalOrder()).orElseThrow();
            village.crowd(0, 60, new Said("2026-09-02T09:00", 4, Topic.DI_LAI, old.code()));
            village.crowd(100, 60, new Said("2026-09-02T09:00", 2, Topic.DI_LAI, Village.HOANH_BO));
            village.crowd(200, 60, new Said("2026-09-02T09:00", 2, Topic.DI_LAI, "unclear"));
            village.publish("2026-10-05T03:00");

            assertEquals(120, Village.people(village.sheet(HA_LONG, "2026-09")));
            assertEquals(60, Village.people(village.sheet(Area.NO_DISTRICT, "2026-09")));
            assertEquals(60, Village.people(village.sheet(old, "2026-Q3")));
            assertEquals(60, Village.people(village.sheet(new Area("unclear:ha-long"), "2026-Q3")));
            assertEquals(Item.ofOldBorders().size(), village.sheet(old, "2026-Q3").counts().size());
            assertEquals(Item.ofOldBorders().size(), village.sheet(HA_LONG, "2026-09").counts().size());
            assertEquals(Optional.empty(),
                    village.releases.sheet(old, Period.parse("2026-09").orElseThrow()));
            assertEquals(Optional.empty(),
                    village.releases.sheet(HA_LONG, Period.parse("2026-W36").orElseThrow()));
        }
    }

    @Test
    void a_release_from_before_old_borders_were_published_still_opens(@TempDir Path folder) {
        try (var village = new Village(folder)) {
            var rule = RULE;
            var month = Period.parse("2026-09").orElseThrow();
            var sheets = Stream.of(Area.PROVINCE, new Area("07030"), Area.UNCLEAR)
                    .map(area -> new Sheet(area, month, rule, Map.of(new Item.People(), new Count.Of(40))))
                    .toList();
            var open = new Release("2026-10-05", Village.at("2026-10-05T03:00"), List.of(month), rule, "1",
                    "", "",
                    List.of());
            var release = open.withHash(ReleaseDocument.hash(open, sheets));
            village.database.ledger().commit(tx -> {
                new SqlReleases().add(tx, release, sheets, 0);
                return release;
            });

            var opened = Releases.open(village.database);

            assertEquals(List.of(release), opened.list());
            assertEquals(3, opened.sheets(release).size());
            assertEquals(Optional.empty(), opened.sheet(HA_LONG, month));
        }
    }

    @Test
    void codes_that_no_area_can_have_are_read_as_none() {
        for (var code : List.of("meeting:06652+old:06652", "old:1", "district:", "district:Ha-Long",
                "unclear:",
                "new:06652", "district:ha--long", "old:province")) {
            assertEquals(Optional.empty(), Area.parse(code), code);
        }
        for (var code : List.of("old:06652", "district:ha-long", "district:unclear", "unclear:co-to")) {
            assertEquals(code, Area.parse(code).orElseThrow().code());
        }
    }
}
