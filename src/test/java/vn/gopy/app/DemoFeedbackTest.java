package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.forum.ForumBook;
import vn.gopy.poll.PollBook;
import vn.gopy.release.Area;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.Village;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

final class DemoFeedbackTest {
    @TempDir
    private Path folder;
    @TempDir
    private Path other;

    private static void fill(Village village) {
        new DemoFeedback(village.database, village.gazetteer, _ -> {}).fill(village.builder,
                Village.at("2026-11-25T16:00"), Village.ZONE);
    }

    @Test
    void a_demo_has_thirteen_weeks_of_marked_figures_and_some_communes_under_k() {
        try (var village = new Village(folder)) {
            var told = new ArrayList<String>();
            assertFalse(DemoFeedback.isIn(village.database));
            new DemoFeedback(village.database, village.gazetteer, told::add).fill(village.builder,
                    Village.at("2026-11-25T16:00"), Village.ZONE);

            assertTrue(DemoFeedback.isIn(village.database));
            assertEquals(2, told.size());
            assertEquals(13, village.releases.periods(Period.Kind.WEEK).size());
            assertTrue(Village.people(village.province("2026-10")) > 1500);
            assertTrue(Village.shown(village.province("2026-10"),
                    new Item.MoodGuess(Optional.of(Mood.Group.SATISFIED), Mood.Group.SATISFIED)) > 300);
            assertTrue(Village.shown(village.province("2026-10"),
                    new Item.TopicGuess(Topic.DI_LAI, Item.Fate.KEPT)) > 100);
            var month = Period.parse("2026-10").orElseThrow();
            long quiet = village.gazetteer.newUnits().stream()
                    .map(unit -> village.releases.sheet(Area.of(unit.id()), month).orElseThrow())
                    .filter(sheet -> Village.people(sheet) == 0).count();
            assertTrue(quiet >= 3 && quiet <= 15, "communes under k: " + quiet);
            var now = Village.at("2026-11-25T16:00");
            var forums = new ForumBook(village.database, () -> now).held();
            assertEquals(List.of(0, 2), forums.stream().map(file -> file.alike().size()).toList());
            assertTrue(forums.getFirst().forum().isOpen(now), "one can be asked in");
            assertTrue(new PollBook(village.database).asked().getFirst().isOpen(now), "one can be answered");
        }
    }

    @Test
    void two_demos_of_one_moment_are_alike_and_a_second_filling_does_nothing() {
        try (var one = new Village(folder); var two = new Village(other)) {
            fill(one);
            fill(two);
            fill(two);

            assertEquals(one.releases.list().stream().map(Release::hash).toList(),
                    two.releases.list().stream().map(Release::hash).toList());
        }
    }

    @Test
    void real_feedback_is_never_mixed_with_a_demo() {
        try (var village = new Village(folder)) {
            village.crowd(0, 1, new Village.Said("2026-11-20T09:00", 4, Topic.KHAC, "unclear"));

            fill(village);

            assertFalse(DemoFeedback.isIn(village.database));
            assertTrue(village.releases.list().isEmpty());
        }
    }
}
