package vn.gopy.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.config.SettingsFile;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.reception.Population;

/// What a turn costs when ten million opinions of a million residents are there, beside a house with few: `mvn test -Pslow
/// -Dtest=GrowthBench -Dsurefire.failIfNoSpecifiedTests=false`. Each house is a process of its own, and they take turns, so
/// read the ratios. Whoever speaks has a whole conversation, then others do. At the end the pages of figures are timed.
/// `-Dgopy.rows=1000000` for less; filling takes a few minutes and 6 GB at ten million.
@Tag("slow")
class GrowthBench {
    private static final int ROWS = Integer.getInteger("gopy.rows", 10_000_000);
    private static final int SPEAKING = 200;
    private static final int CONNECTIONS = 40;
    private static final int ROUNDS = 5;
    /// So often in a row a house must be idle; it looks for what is to be published every 20 seconds.
    private static final int QUIET = 6;
    private static final long LOOK_MILLIS = 5_000;
    private static final int WARM_WINDOWS = 8;
    private static final long WINDOW_MILLIS = 8_000;

    @TempDir
    Path folder;

    /// One house under load.
    private record Place(String name, ChildHouse house, Driver driver, BotApiDouble api) {
        double cpuMillis() {
            return house.process().toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        }

        /// Waits until the house has nothing to do of its own: after its start it builds the releases of the past year.
        void settle() {
            for (int quiet = 0; quiet < QUIET;) {
                double before = cpuMillis();
                LockSupport.parkNanos(LOOK_MILLIS * 1_000_000);
                quiet = cpuMillis() - before < LOOK_MILLIS / 20.0 ? quiet + 1 : 0;
            }
        }

        /// Loads it for a while and shows the last window.
        Seen warm() throws InterruptedException {
            var last = seen();
            for (int i = 1; i < WARM_WINDOWS; i++) {
                last = seen();
            }
            return last;
        }

        Seen seen() throws InterruptedException {
            api.forget();
            double before = cpuMillis();
            var window = driver.run(WINDOW_MILLIS);
            double micros = (cpuMillis() - before) * 1e3 / (window.perSecond() * WINDOW_MILLIS / 1e3);
            return new Seen(window.perSecond(), micros, window.p99() / 1e3, window.refused());
        }
    }

    private record Seen(double perSecond, double micros, double p99, long refused) {
        @Override
        public String toString() {
            return "%.0f/s, %.0f µs of processor, p99 %.1f ms, refused %d".formatted(perSecond, micros, p99,
                    refused);
        }
    }

    @Test
    void prints_what_a_turn_costs_when_years_of_opinions_are_there() throws Exception {
        try (var api = BotApiDouble.open()) {
            for (int i = 0; i < ROWS / 10; i++) {
                api.chats().know(Driver.FIRST_CHAT + i);
            }
            var places = new ArrayList<Place>();
            try {
                places.add(place("10 chats", 10, 10_000, api));
                places.add(place("200 chats", SPEAKING, 10_000, api));
                places.add(place("all", ROWS / 10, ROWS, api));
                for (var place : places) {
                    place.settle();
                    System.out.printf("warming, %s: %s%n", place.name, place.warm());
                }
                for (int round = 1; round <= ROUNDS; round++) {
                    print(round, places);
                }
                for (var place : places) {
                    System.out.printf("pages of figures, %s: %s%n", place.name,
                            PageTimes.of(place.house.port()));
                }
            } finally {
                places.forEach(place -> place.house.close());
            }
        }
    }

    private static void print(int round, List<Place> places) throws InterruptedException {
        var few = places.get(0).seen();
        var some = places.get(1).seen();
        var all = places.get(2).seen();
        System.out.printf(
                "round %d: 10 chats %s; %d chats %s; %d chats, %d opinions %s; processor %.2f × and %.2f ×, "
                        + "updates a second %.2f × and %.2f ×%n",
                round, few, SPEAKING, some, ROWS / 10, ROWS, all,
                all.micros / few.micros, all.micros / some.micros, all.perSecond / few.perSecond,
                all.perSecond / some.perSecond);
    }

    private Place place(String name, int chats, int rows, BotApiDouble api) throws Exception {
        var data = folder.resolve(name.replace(' ', '-'));
        fill(data, chats, rows);
        System.out.printf("%s: %d opinions, %d MB%n", name, rows, Files.size(data.resolve("gopy.db")) >> 20);
        var house = ChildHouse.start(data, folder.resolve(data.getFileName() + ".log"), api,
                Map.of("GOPY_TELEGRAM_WEBHOOK_SECRET", Driver.SECRET));
        return new Place(name, house,
                new Driver(house.port(), CONNECTIONS, Math.min(chats, SPEAKING), chats, 0), api);
    }

    private static void fill(Path data, int chats, int rows) {
        var settings = SettingsFile.defaults(Map.of("GOPY_DATA", data.toString()));
        var folder = new DataFolder(data);
        try (var _ = folder.lock().orElseThrow();
                var ground = Ground.open(settings, folder, InstantSource.system())) {
            long begun = System.nanoTime();
            new Population(ground.database(), ground.vault(),
                    DialogueSettings.from(settings).consentVersion(),
                    Instant.now()).settle(Driver.FIRST_CHAT, chats, rows);
            System.out.printf("filled in %d s%n", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }
    }
}
