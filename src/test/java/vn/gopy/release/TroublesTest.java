package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.DatabaseException;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// What goes wrong with one release stops no other.
final class TroublesTest {
    @TempDir
    private Path folder;
    private Village village;

    @BeforeEach
    void open() {
        village = new Village(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private static Said said(String when, int mood, Topic topic) {
        return new Said(when, mood, topic, Village.HOANH_BO);
    }

    private ReleaseBuilder objecting(Predicate<Draft> to) {
        return new ReleaseBuilder(village.database, village.releases,
                new Charter(Borders.of(village.gazetteer), Village.SETTINGS, (_, _, _) -> {},
                        OpenQuestions.NONE),
                draft -> to.test(draft) ? List.of("a group of three can be worked out: 07030") : List.of());
    }

    private ReleaseBuilder telling(Announcer announcer) {
        return new ReleaseBuilder(village.database, village.releases,
                new Charter(Borders.of(village.gazetteer), Village.SETTINGS, announcer, OpenQuestions.NONE));
    }

    @Test
    void figures_that_the_auditor_objects_to_are_not_published() {
        village.crowd(0, 40, said("2026-09-02T09:00", 4, Topic.KHAC));
        var builder = objecting(_ -> true);

        assertEquals(Optional.empty(), builder.publishDue(Village.at("2026-10-05T03:00")));

        assertTrue(Releases.open(village.database).list().isEmpty());
        assertTrue(builder.troubles().refused().stream()
                .allMatch(one -> one.why().equals("a group of three can be worked out")));
    }

    @Test
    void a_refused_period_stops_neither_the_others_nor_later_releases() {
        village.crowd(0, 40, said("2026-08-12T09:00", 4, Topic.KHAC));
        village.crowd(100, 40, said("2026-09-02T09:00", 4, Topic.KHAC));
        var builder = objecting(draft -> draft.period().code().equals("2026-08"));

        var first = builder.publishDue(Village.at("2026-09-07T03:00")).orElseThrow();
        village.crowd(200, 50, said("2026-08-20T09:00", 4, Topic.KHAC)); // filed in time, stored late
        var second = builder.publishDue(Village.at("2026-10-05T03:00")).orElseThrow();

        assertEquals(List.of("2026-08"),
                builder.troubles().refused().stream().map(one -> one.period().code()).toList());
        assertTrue(first.periods().stream().noneMatch(period -> period.code().equals("2026-08")));
        assertTrue(second.periods().stream().anyMatch(period -> period.code().equals("2026-09")));
        assertEquals(90, Village.people(village.province("2026-09")),
                "late ones count once, the refused not");
        assertEquals(130, Village.people(village.province("2026-Q3")), "the longer period has them all");
        assertEquals(2, Releases.open(village.database).list().size());
    }

    @Test
    void a_fault_in_the_news_is_noted_and_the_figures_are_published_now_and_later() {
        village.crowd(0, 40, said("2026-09-02T09:00", 4, Topic.KHAC));
        village.crowd(100, 40, said("2026-09-09T09:00", 4, Topic.KHAC));
        Announcer broken = (_, _, _) -> {
            throw new IllegalStateException("no digest of this");
        };
        Announcer brokenLate = (tx, _, _) -> {
            tx.run("INSERT INTO fact (name, value) VALUES ('half', 'told')");
            throw new DatabaseException("no event of this");
        };

        assertTrue(telling(broken).publishDue(Village.at("2026-09-07T03:00")).isPresent());
        assertTrue(telling(brokenLate).publishDue(Village.at("2026-09-14T03:00")).isPresent());
        village.crowd(200, 40, said("2026-09-16T09:00", 4, Topic.KHAC));
        village.publish("2026-09-21T03:00");

        assertEquals(3, Releases.open(village.database).list().size());
        assertEquals(List.of("2026-09-07", "2026-09-14"), village.builder.troubles().untold().stream()
                .map(Troubles.Untold::release).toList());
        assertEquals(List.of("IllegalStateException", "DatabaseException"),
                village.builder.troubles().untold().stream().map(Troubles.Untold::why).toList());
        long half = village.database
                .read(tx -> tx.number("SELECT count(*) FROM fact WHERE name = 'half'"));
        assertEquals(0, half, "nothing is half told");
        assertEquals(1, village.announced.size());
    }
}
