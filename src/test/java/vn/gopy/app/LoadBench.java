package vn.gopy.app;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;

/// How many updates a second the house takes with every acknowledged one durable, beside the same house with
/// one commit an update and beside an empty Javalin handler: `mvn test -Pslow -Dtest=LoadBench
/// -Dsurefire.failIfNoSpecifiedTests=false`. All three run in this process and take turns, so read the
/// ratios.
@Tag("slow")
class LoadBench {
    private static final int CONNECTIONS = 40;
    private static final int CHATS = 2_000;
    private static final int ROUNDS = 4;
    private static final long WINDOW_MILLIS = 4_000;
    private static final long WARM_MILLIS = 20_000;

    @TempDir
    Path folder;

    @Test
    void prints_updates_a_second_and_the_share_of_fsync() throws Exception {
        try (var api = BotApiDouble.open();
                var grouped = house(api, "grouped", Map.of());
                var single = house(api, "single", Map.of("GOPY_TURNS_PER_COMMIT", "1"))) {
            for (int i = 0; i < CHATS; i++) {
                api.chats().know(Driver.FIRST_CHAT + i);
            }
            var empty = Javalin.create(config -> {
                config.concurrency.useVirtualThreads = true;
                config.startup.showJavalinBanner = false;
                config.routes.post("/telegram/webhook", request -> request.status(200));
            }).start("127.0.0.1", 0);
            var drivers = new Drivers(driver(empty.port()), driver(port(grouped)), driver(port(single)));
            drivers.empty.run(WARM_MILLIS / 4);
            drivers.single.run(WARM_MILLIS / 2);
            drivers.grouped.run(WARM_MILLIS);
            for (int round = 1; round <= ROUNDS; round++) {
                print(round, drivers, grouped);
            }
            empty.stop();
        }
    }

    private record Drivers(Driver empty, Driver grouped, Driver single) {}

    private static Driver driver(int port) {
        return new Driver(port, CONNECTIONS, CHATS, 0);
    }

    private static void print(int round, Drivers drivers, RunningHouse grouped) throws Exception {
        var empty = drivers.empty.run(WINDOW_MILLIS);
        var single = drivers.single.run(WINDOW_MILLIS);
        var ledger = grouped.ground().database().ledger();
        long before = ledger.committingNanos();
        var all = drivers.grouped.run(WINDOW_MILLIS);
        double fsync = (ledger.committingNanos() - before) / (WINDOW_MILLIS * 1e6);
        System.out.printf(
                "round %d: house %.0f/s p50 %.1f ms p99 %.1f ms, refused %d, %.0f %% of the time in COMMIT; "
                        + "one commit an update %.0f/s (house is %.1f times that); "
                        + "empty Javalin %.0f/s (house is %.0f %%)%n",
                round, all.perSecond(), all.p50() / 1e3, all.p99() / 1e3, all.refused(), fsync * 100,
                single.perSecond(), all.perSecond() / single.perSecond(), empty.perSecond(),
                100 * all.perSecond() / empty.perSecond());
    }

    private RunningHouse house(BotApiDouble api, String name, Map<String, String> more) {
        var environment = new HashMap<>(
                Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN,
                        "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET", Driver.SECRET));
        environment.putAll(more);
        return RunningHouse.start(folder.resolve(name), new SettableClock("2026-11-25T08:00:00Z"),
                environment);
    }

    private static int port(RunningHouse house) {
        return Integer.parseInt(house.address().substring(house.address().lastIndexOf(':') + 1));
    }
}
