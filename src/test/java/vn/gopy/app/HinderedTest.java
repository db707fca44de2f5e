package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Unbearable;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.TelegramUpdates.Numbered;

/// The database cannot be written to: another program holds it, or its file cannot grow. Nothing is
/// acknowledged then, and nothing is lost.
class HinderedTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final long CHAT = 777_200_001;

    @TempDir
    Path data;

    private final TelegramUpdates updates = new TelegramUpdates(1_000);
    private final HttpClient telegram = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> complaints = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("vn.gopy.reception");
    private BotApiDouble api;
    private RunningHouse house;

    @BeforeEach
    void open() {
        complaints.start();
        log.addAppender(complaints);
        api = BotApiDouble.open();
        api.chats().know(CHAT);
        house = RunningHouse.start(data, new SettableClock("2026-11-25T08:00:00Z"),
                Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN,
                        "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET));
    }

    @AfterEach
    void close() {
        log.detachAppender(complaints);
        house.close();
        api.close();
        telegram.close();
    }

    @Test
    void a_lock_that_is_let_go_in_time_makes_an_answer_later_and_no_worse() throws Exception {
        try (var other = connection();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            run(other, "BEGIN EXCLUSIVE");
            var answer = hands.submit((Callable<Integer>) () -> deliver(updates.text(CHAT, "giup"))
                    .statusCode());
            TelegramResident.waitUntil(() -> house.ground().database().ledger().waiting() == 0, "not begun");
            run(other, "ROLLBACK");

            assertEquals(200, answer.get());
        }
    }

    @Test
    void row_46_while_another_program_holds_the_database_telegram_is_asked_to_come_again() throws Exception {
        haveNoPatience();
        var update = updates.text(CHAT, "giup");
        try (var other = connection()) {
            run(other, "BEGIN EXCLUSIVE");

            assertComeAgain(deliver(update));
            assertComeAgain(deliver(update));
            assertEquals(503, page("/health"));
            run(other, "ROLLBACK");
        }

        heardOnce(update);
        assertEquals(200, page("/health"));
    }

    @Test
    void a_file_that_cannot_grow_acknowledges_nothing_more_until_it_can() throws Exception {
        pragma("PRAGMA max_page_count = 1");
        var refused = refused();

        for (int i = 0; i < 20; i++) {
            assertComeAgain(deliver(refused));
        }
        assertEquals(1, complaints.list.size(), "the log hears of it once a minute");
        assertEquals(200, page("/figures"), "figures can still be read");
        long heard = heard();
        pragma("PRAGMA max_page_count = 1073741823");

        complaints.list.clear();
        assertEquals(200, deliver(refused).statusCode());
        assertEquals("arrivals are recorded again", complaints.list.getLast().getMessage());
        assertEquals(heard + 1, heard());
    }

    @Test
    void a_writer_that_had_to_stop_is_told_to_telegram_and_to_whoever_watches() throws Exception {
        Unbearable.stop(house.ground().database().ledger());

        assertComeAgain(deliver(updates.text(CHAT, "giup")));
        assertEquals(503, page("/health"));
        assertEquals(200, page("/figures"), "figures can still be read");
    }

    /// Types until an update is not acknowledged, and gives that one back.
    private Numbered refused() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            var update = updates.text(CHAT, "giup");
            if (deliver(update).statusCode() != 200) {
                return update;
            }
        }
        throw new AssertionError("it still grows");
    }

    private static void assertComeAgain(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0, "no Retry-After");
    }

    private void heardOnce(Numbered update) throws Exception {
        assertEquals(200, deliver(update).statusCode());
        assertEquals(200, deliver(update).statusCode());
        TelegramResident.waitUntil(() -> api.chats().in(CHAT).size() == 1, "no answer");
        assertEquals(1, heard());
    }

    private long heard() {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM heard_number"));
    }

    /// The writer waits five seconds for a lock; here a fifth of one.
    private void haveNoPatience() {
        pragma("PRAGMA busy_timeout = 200");
    }

    /// Sets something on the connection that writes.
    private void pragma(String sql) {
        house.ground().database().ledger().commit(tx -> tx.all(sql, _ -> true));
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gopy.db"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HttpResponse<String> deliver(Numbered update) throws IOException, InterruptedException {
        return telegram.send(HttpRequest.newBuilder(URI.create(house.address() + "/telegram/webhook"))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .POST(BodyPublishers.ofString(update.json())).build(), BodyHandlers.ofString());
    }

    private int page(String path) throws IOException, InterruptedException {
        return telegram.send(HttpRequest.newBuilder(URI.create(house.address() + path)).build(),
                BodyHandlers.discarding()).statusCode();
    }
}
