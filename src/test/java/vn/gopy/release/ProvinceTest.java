package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Likeness;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;

/// All 54 units, 50,000 persons, 52 weeks, 500 of them erased along the way; prints what the releases cost. Run
/// with `mvn test -Pslow -Dtest=ProvinceTest`.
@Tag("slow")
final class ProvinceTest {
    private static final int PERSONS = 50_000;
    private static final int WEEKS = 52;
    /// One of so many sends what others send too.
    private static final int SAME_WORDS = 25;
    private static final byte[] MARK = new byte[Likeness.BYTES];
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final String FILE = """
            INSERT INTO feedback (pid, filed_at, mood, topic, second_topic, place, unit, faces_up,
                                  on_behalf, receipt, likeness)
            VALUES (?, ?, ?, ?, NULL, 'in', ?, 1, 0, X'00', ?)
            """;

    private final Random chance = new Random(54);

    @Test
    void a_year_of_a_whole_province_is_published_and_nobody_is_isolated(@TempDir Path folder) {
        try (var village = new Village(folder)) {
            var longest = Duration.ZERO;
            long start = System.nanoTime();
            for (int week = 0; week < WEEKS; week++) {
                speak(village, week);
                erase(village, week);
                long before = System.nanoTime();
                long busy = busy();
                var release = village.publish(FIRST.plusWeeks(week + 1) + "T03:00").orElseThrow();
                var took = Duration.ofNanos(System.nanoTime() - before);
                longest = took.compareTo(longest) > 0 ? took : longest;
                print(village, release, took, Duration.ofNanos(busy() - busy));
            }
            System.out.printf("%d persons, %d releases: %d ms, longest %d ms, heap at most %d MB%n", PERSONS,
                    village.releases.list().size(), Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    longest.toMillis(), peak());
            assertEquals(List.of(), new Reader(village, false).isolated());
        }
    }

    /// A part of all persons, so that each speaks in one week, and as many others as come.
    private void speak(Village village, int week) {
        long from = Village.at(FIRST.plusWeeks(week) + "T00:00").toEpochMilli();
        village.database.ledger().commit(tx -> {
            for (int person = week; person < PERSONS; person += WEEKS) {
                file(tx, village, person, from + chance.nextInt(7 * 24 * 3600) * 1000L);
                file(tx, village, chance.nextInt(PERSONS), from + chance.nextInt(7 * 24 * 3600) * 1000L);
            }
            return 0;
        });
    }

    private void file(Tx tx, Village village, int person, long at) {
        var units = village.gazetteer.newUnits();
        var topics = Topic.values();
        int unit = (int) (units.size() * Math.pow(person / (double) PERSONS, 1.7));
        int mood = chance.nextInt(12) == 0 ? 0 : 1 + chance.nextInt(5);
        tx.run(FILE, Village.pid(person), at, mood == 0 ? Tx.NULL : (Object) mood,
                topics[(int) (topics.length * Math.pow(chance.nextDouble(), 2))].code(),
                told(village, units.get(unit).id(), person),
                person % SAME_WORDS == 0 ? MARK : Tx.NULL);
    }

    /// Two of five tell the old unit that they lived in.
    private static String told(Village village, UnitId unit, int person) {
        var parts = village.gazetteer.predecessorsOf(unit);
        return person % 5 < 2
                ? parts.get(person / 5 % parts.size()).from().id().toString()
                : unit.toString();
    }

    private void erase(Village village, int week) {
        for (int i = 0; i < (week + 1) * 500 / WEEKS - week * 500 / WEEKS; i++) {
            village.erase(chance.nextInt(PERSONS));
        }
    }

    private static void print(Village village, Release release, Duration took, Duration busy) {
        var figures = new TreeMap<Area.Kind, long[]>();
        for (var sheet : village.releases.sheets(release)) {
            var counted = figures.computeIfAbsent(sheet.area().kind(), _ -> new long[2]);
            counted[0] += sheet.counts().size();
            counted[1] += sheet.hiddenCells();
        }
        var told = figures.entrySet().stream().map(
                kind -> "%s %d cells, %d hidden".formatted(kind.getKey(), kind.getValue()[0],
                        kind.getValue()[1]));
        System.out.printf("%s: %s; %d ms, %d of them busy%n", release.periods(),
                told.collect(Collectors.joining("; ")),
                took.toMillis(), busy.toMillis());
    }

    /// How long this thread had a processor, whatever else runs on the machine.
    private static long busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// The most heap that was in use, in MB.
    static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum() >> 20;
    }
}
