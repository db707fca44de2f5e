package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.UnitId;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// `-Dgopy.villages=4` for every pair of units and erasures.
final class LpAuditorTest {
    private static final int VILLAGES = Integer.getInteger("gopy.villages", 2);
    private static final Rule RULE = new Rule(10, 5);
    private static final Period SEPTEMBER = Period.parse("2026-09").orElseThrow();
    private static final Period QUARTER = Period.parse("2026-Q3").orElseThrow();
    private static final Cell PEOPLE = province(new Item.People());
    private static final Cell BASE = province(new Item.MoodBase());
    private static final Cell LOW = province(new Item.MoodOf(Mood.Group.DISSATISFIED));
    private static final Cell MID = province(new Item.MoodOf(Mood.Group.NEUTRAL));
    private static final Cell HIGH = province(new Item.MoodOf(Mood.Group.SATISFIED));
    private static final List<Tie> TIES = List.of(new Tie.Sum(BASE, List.of(LOW, MID, HIGH)),
            new Tie.Within(PEOPLE, BASE));

    /// Four of one district, one of them with part of a split unit; and such as were made of parts of two districts,
    /// are all of a district, or are one old unit and nothing else.
    private static final List<List<String>> UNITS = List.of(List.of("06652", "06658", "06661", "06673"),
            List.of("06970", "06979", "06994", "06967"));

    private static Cell province(Item item) {
        return new Cell(Area.PROVINCE, item);
    }

    private static List<String> objections(Map<Cell, Integer> truth, Set<Cell> hidden) {
        return new LpAuditor(Past.NONE).objections(new Draft(SEPTEMBER, RULE, TIES, truth, hidden));
    }

    private static Map<Cell, Integer> truth(int silent, int low, int mid, int high) {
        int base = low + mid + high;
        return Map.of(PEOPLE, silent + base, BASE, base, LOW, low, MID, mid, HIGH, high);
    }

    /// Of 13 to 17 persons 10 to 12 told one mood: one to seven are left, in the cell alone or in two together.
    @Test
    void suppression_without_its_complement_is_caught() {
        assertFalse(objections(truth(30, 4, 0, 10), Set.of(LOW, MID)).isEmpty());
        assertFalse(objections(truth(30, 2, 2, 11), Set.of(LOW, MID)).isEmpty());
        assertEquals(List.of(), objections(truth(30, 2, 2, 11), Set.of(LOW, MID, HIGH)));
        assertEquals(List.of(), objections(truth(30, 3, 12, 20), Set.of(LOW, MID)));
    }

    /// Fourteen persons in the new unit, eleven of them in one of its old ones: three are left, in a hidden old unit or
    /// in none. The old sister is hidden for it, the new unit is not.
    @Test
    void a_hidden_old_unit_beside_its_new_unit_and_its_sister_is_caught_and_closed_on_the_old_side() {
        var now = new Cell(new Area("07030"), new Item.People());
        var sister = new Cell(new Area("old:07030"), new Item.People());
        var few = new Cell(new Area("old:07033"), new Item.People());
        var alone = new Cell(Area.meeting(Set.of(new Area("07030"), new Area("unclear:ha-long"))),
                new Item.People());
        var truth = Map.of(PEOPLE, 80, now, 14, sister, 11, few, 3, alone, 0);
        var ties = List.<Tie>of(new Tie.Made(now, List.of(sister, few, alone)), new Tie.Within(now, sister),
                new Tie.Within(now, few));
        var draft = new Draft(QUARTER, RULE, ties, truth, Set.of(few, alone));
        var auditor = new LpAuditor(Past.NONE);

        var closed = auditor.closed(draft, cell -> cell.area().isFormer()).draft();

        assertFalse(auditor.objections(draft).isEmpty());
        assertEquals(List.of(), auditor.objections(closed));
        assertEquals(Set.of(sister, few, alone), closed.hidden());
    }

    @Test
    void those_who_told_no_mood_are_a_group_too() {
        assertFalse(objections(truth(5, 0, 0, 10), Set.of(LOW, MID, HIGH)).isEmpty());
        assertEquals(List.of(), objections(truth(25, 0, 0, 10), Set.of(LOW, MID, HIGH)));
    }

    @Test
    void the_reason_names_a_table_and_a_rule_and_no_figure() {
        assertEquals(List.of("a group can be bounded too narrowly: province moods dissatisfied"),
                objections(truth(30, 2, 2, 11), Set.of(LOW, MID)));
    }

    @Test
    void a_quarter_that_gives_a_month_away_is_caught_and_hidden() {
        var truth = truth(40, 12, 12, 17);
        Past july = cell -> cell.equals(LOW)
                ? Map.of(Period.parse("2026-07").orElseThrow(), new Count.Of(15))
                : Map.of();
        var draft = new Draft(QUARTER, RULE, TIES, truth, Set.of());

        var closed = new LpAuditor(july).closed(draft).draft();

        assertEquals(List.of("other periods bound a group too narrowly: province moods dissatisfied"),
                new LpAuditor(july).objections(draft));
        assertEquals(List.of(), new LpAuditor(july).objections(closed));
        assertTrue(closed.hidden().contains(LOW));
        assertEquals(List.of(), new LpAuditor(Past.NONE).objections(draft));
    }

    @Test
    void a_month_without_its_weeks_leaves_no_few_days_open() {
        var counts = new HashMap<Period, Count>();
        for (var week : List.of("2026-W36", "2026-W37", "2026-W38", "2026-W39")) {
            counts.put(Period.parse(week).orElseThrow(), new Count.Of(20));
        }
        counts.put(SEPTEMBER, new Count.Of(90));
        assertTrue(new Overlap(RULE, SEPTEMBER, counts).isSafe());

        counts.replaceAll((_, _) -> new Count.Of(10));
        counts.put(SEPTEMBER, new Count.Of(50));
        counts.put(Period.parse("2026-W40").orElseThrow(), new Count.Hidden());
        assertTrue(new Overlap(RULE, SEPTEMBER, counts).isSafe());
    }

    /// Everybody speaks once, so that persons do add up within a period, and the reader knows it.
    @Test
    void whatever_a_village_says_and_whoever_is_erased_nobody_is_isolated_and_nothing_is_exact(
            @TempDir Path folder) throws IOException {
        int shown = 0;
        for (int seed = 0; seed < VILLAGES; seed++) {
            try (var village = new Village(Files.createDirectory(folder.resolve("v" + seed)))) {
                var units = UNITS.get((seed + seed / 2) % 2);
                new Year(village, new Random(seed), seed % 2 == 0 ? 0 : 5, units).pass();
                shown += Village.people(village.province("2026-Q3")) > 0 ? 1 : 0;

                assertEquals(List.of(), new Reader(village, true).isolated(), "seed " + seed);
                assertEquals(List.of(), new Reader(village, false).exact(), "seed " + seed);
                if (seed % 2 == 0) {
                    assertEquals(List.of(), joint(village, units), "seed " + seed);
                }
            }
        }
        assertTrue(shown >= VILLAGES - 1, "shown " + shown);
    }

    /// Where nobody is erased, persons add up over months too. One program over months and quarter at once.
    private static List<String> joint(Village village, List<String> units) {
        var areas = Stream.concat(units.stream().map(Area::new), Stream.of(Area.PROVINCE, Area.UNCLEAR))
                .collect(Collectors.toSet());
        return new JointReader(new Reader(village, true), RULE, areas).isolated();
    }

    /// A quarter in four communes: few or many voices a month, some late, some erased.
    private record Year(Village village, Random chance, int erased, List<String> units) {
        private static final List<Topic> TOPICS = List.of(Topic.GIAY_TO, Topic.DI_LAI, Topic.HA_TANG,
                Topic.KHAC,
                Topic.DAT_DAI);

        void pass() {
            int next = 0;
            for (int month = 7; month <= 9; month++) {
                for (int crowd = 0; crowd < 14; crowd++) {
                    int persons = 1 + chance.nextInt(chance.nextBoolean() ? 6 : 20);
                    var topic = TOPICS.get(chance.nextInt(TOPICS.size()));
                    int late = chance.nextInt(8) == 0 && month > 7 ? 1 : 0;
                    village.crowd(next, persons, new Said("2026-%02d-%02dT09:00".formatted(month - late,
                            1 + chance.nextInt(27)), chance.nextInt(6), topic, unit()));
                    next += persons;
                }
                for (int i = 0; i < erased; i++) {
                    village.erase(chance.nextInt(next));
                }
                village.publish("2026-%02d-06T03:00".formatted(month + 1));
            }
        }

        /// A new unit, or one of the old ones that it was made of, or neither.
        private String unit() {
            var unit = UnitId.ofNew(units.get(chance.nextInt(units.size())));
            var parts = village.gazetteer.predecessorsOf(unit);
            return switch (chance.nextInt(16)) {
                case 0 -> "unclear";
                case 1, 2, 3, 4, 5, 6, 7 -> parts.get(chance.nextInt(parts.size())).from().id().toString();
                default -> unit.toString();
            };
        }
    }
}
