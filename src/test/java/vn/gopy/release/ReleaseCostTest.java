package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.dashboard.FiguresHouse;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Likeness;
import vn.gopy.topic.Topic;

/// What a release costs; prints it. Run with `mvn verify -Pslow`.
@Tag("slow")
final class ReleaseCostTest {
    private static final int ROWS = 1_000_000;
    private static final int BATCH = 20_000;
    private static final String FILE = """
            INSERT INTO feedback (pid, filed_at, mood, topic, second_topic, place, unit, faces_up,
                                  on_behalf, receipt, likeness)
            VALUES (?, ?, ?, ?, NULL, 'in', ?, 1, 0, X'00', ?)
            """;

    @Test
    void a_release_over_a_million_opinions_takes_less_than_a_minute_and_a_week_the_same_as_before(
            @TempDir Path folder) {
        try (var village = new Village(folder)) {
            fill(village);
            long start = System.nanoTime();
            var first = village.publish("2026-10-05T03:00").orElseThrow();
            var whole = Duration.ofNanos(System.nanoTime() - start);

            fillWeek(village);
            start = System.nanoTime();
            var second = village.publish("2026-10-12T03:00").orElseThrow();
            var week = Duration.ofNanos(System.nanoTime() - start);

            System.out.printf(
                    "release of %,d opinions in %d periods: %d ms; of one week of 1,000 more: %d ms%n", ROWS,
                    first.periods().size(), whole.toMillis(), week.toMillis());
            System.out.printf("heap at most %d MB%n", ProvinceTest.peak());
            firstViews(village);
            assertTrue(ProvinceTest.peak() < 512, "heap");
            assertTrue(second.periods().size() == 1, "one week closed");
            assertTrue(whole.toSeconds() < 60, "took " + whole);
            assertTrue(week.toMillis() < 2000, "took " + week);
        }
    }

    /// What a reader waits for over all these rows, of a service that has warmed itself after its start. The way to it
    /// and back is in it.
    private static void firstViews(Village village) {
        try (var house = new FiguresHouse(village, true, false, 0)) {
            long warming = System.nanoTime();
            house.server.warm("/figures");
            warming = System.nanoTime() - warming;
            long first = nanos(house, "/figures?period=2026-Q3");
            var others = new ArrayList<Long>();
            for (var unit : village.gazetteer.newUnits()) {
                others.add(nanos(house, "/figures/" + unit.id().code()));
            }
            long most = Collections.max(others) / 1_000_000;
            long later = nanos(house, "/figures") / 1_000_000;
            System.out.printf("first view over %,d rows: %d ms (warmed in %d ms), %d ms later; "
                    + "first views of %d communes: at most %d ms%n", ROWS, first / 1_000_000,
                    warming / 1_000_000, later,
                    others.size(), most);
            assertTrue(first / 1_000_000 < 200 && later < 200 && most < 200, "a first view took over 200 ms");
        }
    }

    private static long nanos(FiguresHouse house, String address) {
        long start = System.nanoTime();
        assertEquals(200, house.get(address).statusCode());
        return System.nanoTime() - start;
    }

    /// A million opinions of 250,000 persons in the third quarter.
    private static void fill(Village village) {
        long from = Village.at("2026-07-01T00:00").toEpochMilli();
        long step = Duration.ofDays(91).toMillis() / ROWS;
        for (int row = 0; row < ROWS; row += BATCH) {
            int first = row;
            village.database.ledger().commit(tx -> {
                for (int i = first; i < first + BATCH; i++) {
                    file(tx, village, i, from + i * step);
                }
                return first;
            });
        }
    }

    private static void fillWeek(Village village) {
        long from = Village.at("2026-10-06T00:00").toEpochMilli();
        village.database.ledger().commit(tx -> {
            for (int i = 0; i < 1000; i++) {
                file(tx, village, i, from + i);
            }
            return 0;
        });
    }

    /// Every second opinion has words; of a hundred such one is of the same petition.
    private static Object mark(int number) {
        if (number % 2 == 0) {
            return Tx.NULL;
        }
        var mark = new byte[Likeness.BYTES];
        new Random(number % 200 == 1 ? 1 : number).nextBytes(mark);
        mark[0] = 0;
        return mark;
    }

    private static void file(Tx tx, Village village, int number, long at) {
        var units = village.gazetteer.newUnits();
        var topics = Topic.values();
        int person = (int) (number * 2654435761L % 250_000);
        tx.run(FILE, Village.pid(Math.abs(person)), at, 1 + number % 5, topics[number % topics.length].code(),
                units.get(Math.abs(person) % units.size()).id().toString(), mark(number));
    }
}
