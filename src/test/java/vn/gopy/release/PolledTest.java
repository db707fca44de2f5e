package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// What a release tells of polls: once, when they are over, under the rules of every other figure.
class PolledTest {
    private static final Area WARD = new Area("07030");

    @TempDir
    Path folder;

    /// A poll whose last moment is this local time.
    private record Asked(long poll, Area area, String last, List<Integer> persons) {}

    private static Polls asked(Asked... all) {
        return new Polls() {
            @Override
            public Optional<Instant> first() {
                return List.of(all).stream().map(one -> Village.at(one.last())).min(Instant::compareTo);
            }

            @Override
            public List<Ended> ended(Instant from, Instant until) {
                return List.of(all).stream()
                        .filter(one -> !Village.at(one.last()).isBefore(from)
                                && Village.at(one.last()).isBefore(until))
                        .map(one -> new Ended(one.poll(), one.area(), one.persons())).toList();
            }
        };
    }

    private static List<Optional<Integer>> shown(Village village, Area area, long poll, int options) {
        var sheet = village.sheet(area, "2026-10");
        return IntStream.rangeClosed(0, options)
                .mapToObj(place -> sheet
                        .count(place == 0 ? new Item.PollAll(poll) : new Item.PollChoice(poll, place - 1)))
                .map(count -> count instanceof Count.Of(int persons)
                        ? Optional.of(persons)
                        : Optional.<Integer>empty())
                .toList();
    }

    @Test
    void numbers_are_rounded_and_what_gives_away_a_few_is_hidden() {
        try (var village = new Village(folder,
                asked(new Asked(1, WARD, "2026-10-31T23:59", List.of(41, 23, 12)),
                        new Asked(2, Area.PROVINCE, "2026-10-01T00:00", List.of(60, 31, 3)),
                        new Asked(3, WARD, "2026-10-09T10:00", List.of(4, 5)),
                        new Asked(4, WARD, "2026-10-10T10:00", List.of(0, 300)),
                        new Asked(5, WARD, "2026-11-02T10:00", List.of(50, 50))))) {
            village.publish("2026-11-01T03:00");

            assertEquals(List.of(Optional.of(75), Optional.of(40), Optional.of(25), Optional.of(10)),
                    shown(village, WARD, 1, 3));
            var few = shown(village, Area.PROVINCE, 2, 3);
            assertEquals(Optional.empty(), few.get(3), "three persons are not shown");
            assertTrue(few.get(1).isEmpty() || few.get(2).isEmpty() || few.getFirst().isEmpty(),
                    "nor may they be worked out: " + few);
            assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                    shown(village, WARD, 3, 2));
            assertEquals(Optional.empty(), shown(village, WARD, 4, 2).get(1), "that nobody chose it");
            assertFalse(village.sheet(WARD, "2026-10").holds(new Item.PollAll(5)), "it is of another month");
            var document = new String(ReleaseDocument.of(village.releases.latest().orElseThrow(),
                    village.releases.sheets(village.releases.latest().orElseThrow())),
                    StandardCharsets.UTF_8);
            assertTrue(document.contains("[\"2026-10\",\"07030\",\"polls\",\"1.all\",75]"), document);
            assertTrue(document.contains("[\"2026-10\",\"07030\",\"polls\",\"1.3\",10]"), document);
        }
    }

    @Test
    void other_figures_are_the_same_with_polls_beside_them(@TempDir Path other) {
        try (var village = new Village(folder,
                asked(new Asked(1, WARD, "2026-10-20T10:00", List.of(41, 2, 12))));
                var plain = new Village(other)) {
            for (var each : List.of(village, plain)) {
                each.crowd(0, 70, new Said("2026-10-02T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
                each.crowd(100, 33, new Said("2026-10-03T09:00", 1, Topic.TEN_GOI, "new:06652"));
                each.publish("2026-11-02T03:00");
            }
            for (var area : List.of(Area.PROVINCE, WARD, new Area("06652"))) {
                var with = new HashMap<>(village.sheet(area, "2026-10").counts());
                with.keySet().removeIf(item -> item.table() == Table.POLLS);
                assertEquals(plain.sheet(area, "2026-10").counts(), with, area::code);
            }
        }
    }

    @Test
    void of_two_hundred_polls_of_every_size_no_few_can_be_worked_out() {
        var chance = new Random(24);
        var all = new ArrayList<Asked>();
        for (int poll = 1; poll <= 200; poll++) {
            int most = 4 + chance.nextInt(60);
            all.add(new Asked(poll, poll % 2 == 0 ? WARD : Area.PROVINCE, "2026-10-20T10:00",
                    IntStream.range(0, 2 + poll % 5).map(_ -> chance.nextInt(most)).boxed().toList()));
        }
        try (var village = new Village(folder, asked(all.toArray(Asked[]::new)))) {
            village.publish("2026-11-02T03:00");
            long told = all.stream().filter(one -> village.sheet(one.area(), "2026-10")
                    .count(new Item.PollAll(one.poll())) instanceof Count.Of).count();

            System.out.printf("200 polls of every size: %d tell how many answered%n", told);
            assertTrue(told > 20, "most of some size can be told");
            assertEquals(List.of(), new Reader(village, false).isolated());
        }
    }

    @Test
    void a_poll_that_gives_away_a_few_is_objected_to() {
        var all = new Cell(WARD, new Item.PollAll(1));
        var many = new Cell(WARD, new Item.PollChoice(1, 0));
        var few = new Cell(WARD, new Item.PollChoice(1, 1));
        var planted = new Draft(Period.parse("2026-10").orElseThrow(), Village.SETTINGS.rule(),
                List.of(new Tie.Sum(all, List.of(many, few))), Map.of(all, 64, many, 60, few, 4),
                Set.of(few));

        assertFalse(new RuleAuditor().objections(planted).isEmpty());
    }
}
