package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Deed;
import vn.gopy.official.Visitor;

/// What an operator sees of the running service.
class OperationsTest {
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final String CANARY = "Nguyễn Văn Chim 0912345678";

    @TempDir
    Path data;

    private SettableClock clock = new SettableClock("2026-11-25T01:00:00Z");

    private RunningHouse house(Map<String, String> more) {
        var all = new HashMap<>(Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_METRICS_TOKEN", "t".repeat(32)));
        all.putAll(more);
        return RunningHouse.start(data, clock, all);
    }

    private Visitor official(RunningHouse house, String role) {
        var told = house.order("official-invite", role, "province");
        var code = Pattern.compile("code: ([A-Z2-7-]+)").matcher(told).results().findFirst().orElseThrow();
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code.group(1), role, PASSWORD);
        return visitor;
    }

    private static JsonNode json(RunningHouse house) throws IOException {
        var monitor = new Visitor(house.port(), new SettableClock("2026-11-25T01:00:00Z"));
        monitor.headers.put("Authorization", "Bearer " + "t".repeat(32));
        return new JsonMapper().readTree(monitor.get("/operations.json").body());
    }

    /// The first finding of a name.
    private static JsonNode finding(JsonNode answer, String name) {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + answer));
    }

    @Test
    void row_39_operators_and_who_knows_the_token_read_it_and_nobody_else() {
        try (var house = house(Map.of())) {
            var operator = official(house, "operator");
            assertEquals(200, operator.get("/operations").statusCode());
            assertEquals(200, operator.get("/operations.json").statusCode());
            var viewer = official(house, "viewer");
            assertEquals(403, viewer.get("/operations").statusCode());
            assertEquals(403, viewer.get("/operations.json").statusCode());
            var nobody = new Visitor(house.port(), clock);
            nobody.headers.put("Accept", "application/json");
            assertEquals(403, nobody.get("/operations.json").statusCode());
            nobody.headers.put("Authorization", "Bearer " + "t".repeat(32));
            assertEquals(200, nobody.get("/operations.json").statusCode());
            assertEquals(200, nobody.get("/operations.json").statusCode());
            nobody.headers.put("Authorization", "Bearer " + "u".repeat(32));
            assertEquals(403, nobody.get("/operations.json").statusCode());

            var used = house.ground().officials().audit().newest(99).stream()
                    .filter(entry -> entry.deed() == Deed.KEY_USED).toList();
            assertEquals(1, used.size(), "one row a day and door");
            assertEquals("metrics-token GET /operations.json 2026-11-25", used.getFirst().what());
        }
    }

    @Test
    void each_line_says_how_it_is_and_a_bad_one_what_to_do() throws IOException {
        try (var house = house(Map.of())) {
            var before = json(house);
            assertEquals("act", finding(before, "backup.none").path("state").asText());
            assertFalse(finding(before, "backup.none").path("do").asText().isEmpty());

            house.order("backup");
            spoil(house);
            var after = json(house);

            assertEquals("act", after.path("state").asText());
            assertEquals("backups", finding(after, "backup.last").path("section").asText());
            assertEquals("act", finding(after, "outbox.waiting").path("state").asText());
            assertEquals(120, finding(after, "outbox.waiting").path("values").path("minutes").asLong());
            assertEquals("letter: telegram answered",
                    finding(after, "outbox.dead").path("values").path("class").asText());
            assertEquals("look", finding(after, "intake.parked").path("state").asText());
            assertEquals("message", finding(after, "intake.parked").path("values").path("kind").asText());
            assertEquals("a group under k, or an unrounded number, is shown",
                    finding(after, "release.refused").path("values").path("rules").asText());
            assertEquals("ok", finding(after, "keys").path("state").asText());
            house.ground().database().ledger().commit(tx -> tx.run("DELETE FROM parcel"));
            clock.pass(Duration.ofDays(3));
        }
        clock.pass(Duration.ofDays(-4));
        try (var house = house(Map.of())) {
            assertEquals("act", finding(json(house), "clock.behind").path("state").asText());
        }
    }

    /// What goes wrong in a house, with a resident's words and address wherever they may lie.
    private void spoil(RunningHouse house) {
        house.ground().database().ledger().commit(tx -> {
            var at = clock.instant().minus(Duration.ofHours(2)).toEpochMilli();
            var canary = CANARY.getBytes(StandardCharsets.UTF_8);
            tx.run("INSERT INTO parcel (id, kind, line, body, due, attempts, put_at) "
                    + "VALUES (1, 'letter', ?, ?, ?, 3, ?)", canary, canary,
                    clock.instant().plus(Duration.ofDays(1)).toEpochMilli(), at);
            tx.run("INSERT INTO dead_letter (id, kind, line, body, why, attempts, died_at) "
                    + "VALUES (2, 'letter', ?, ?, ?, 3, ?)", canary, canary, "telegram answered: " + CANARY,
                    at);
            tx.run("INSERT INTO parked (channel, key, kind, why, parked_at) VALUES ('telegram', ?, 'message', ?, ?)",
                    canary, CANARY, clock.instant().toEpochMilli());
            tx.run("INSERT INTO release_refused (kind, starts, up_to, refused_at, why) VALUES ('WEEK', '2026-11-16', 7, "
                    + "?, 'a group under k, or an unrounded number, is shown')",
                    clock.instant().toEpochMilli());
            return true;
        });
    }

    @Test
    void row_45_it_shows_no_content_and_no_ids() throws IOException {
        try (var house = house(Map.of())) {
            spoil(house);
            var operator = official(house, "operator");
            for (var address : new String[]{"/operations", "/operations.json", "/operations?lang=en"}) {
                var body = operator.get(address).body();
                for (var word : CANARY.split(" ", -1)) {
                    assertFalse(body.contains(word), address + " says " + word);
                }
            }
            assertTrue(operator.get("/operations").body().contains("Phải làm"));
        }
    }

    @Test
    void the_doctor_and_the_page_find_the_same() throws IOException {
        clock = new SettableClock(Instant.now().toString());
        try (var house = house(Map.of())) {
            house.order("backup");
            spoil(house);
            var page = new TreeSet<String>();
            json(house).path("findings").forEach(one -> page.add(said(one)));
            var out = new StringWriter();
            Main.commands().setOut(new PrintWriter(out)).execute("doctor", "--data", data.toString());
            var doctor = out.toString();

            for (var name : new String[]{"outbox.dead", "intake.parked", "release.refused", "folder.private",
                    "keys", "endpoint.none", "database.log", "release.none", "alert.none"}) {
                var line = page.stream().filter(one -> one.startsWith(name + " ")).findFirst().orElseThrow();
                assertTrue(doctor.contains(line.substring(name.length() + 1)), line + "\n" + doctor);
            }
        }
    }

    private static String said(JsonNode one) {
        return one.path("name").asText() + " " + one.path("says").asText();
    }

    @Test
    void what_arrived_and_was_answered_is_counted_by_hour_and_day() throws IOException {
        try (var house = house(Map.of())) {
            house.ground().metrics().count("gopy_heard_total{channel=\"web\",as=\"recorded\"}");
            house.ground().metrics().count("gopy_heard_total{channel=\"web\",as=\"unavailable\"}");
            house.ground().metrics().count("gopy_delivered_total{channel=\"web\",as=\"sent\"}");
            house.ground().metrics().count("gopy_delivered_total{channel=\"hook\",as=\"sent\"}");

            var found = json(house);

            assertEquals(1, finding(found, "intake.received").path("values").path("hour").asLong());
            assertEquals(1, finding(found, "intake.answered").path("values").path("day").asLong());
            assertEquals("look", finding(found, "intake.failed").path("state").asText());
        }
    }

    @Test
    void officials_judge_an_alert_and_that_stands_in_the_trail() {
        try (var house = house(Map.of())) {
            house.ground().database().ledger().commit(tx -> {
                tx.run("INSERT INTO release (id, published_at, k, round, questions, previous, hash) "
                        + "VALUES ('2026-11-23', 1, 10, 5, '1', '', 'x')");
                return tx.run("INSERT INTO alert (release_id, kind, period, subject, was, now, noticed_at) "
                        + "VALUES ('2026-11-23', 'topic-volume', '2026-W47', 'di_lai', 85, 240, ?)",
                        clock.instant().toEpochMilli());
            });
            var editor = official(house, "editor");
            var viewer = official(house, "viewer");

            var page = viewer.get("/alerts").body();
            assertTrue(page.contains("từ mức thường khoảng 85 lên 240 người"), page);
            assertTrue(page.contains("1 cảnh báo loại này: 0 cái sai, 1 cái chưa ai đánh giá"), page);
            assertEquals(403, viewer.post("/alerts/1", "right", "no").statusCode());
            assertEquals(303, editor.post("/alerts/1", "right", "no").statusCode());
            assertEquals(404, editor.post("/alerts/9", "right", "no").statusCode());
            assertEquals(400, editor.post("/alerts/1", "right", "perhaps").statusCode());

            assertTrue(editor.get("/alerts").body()
                    .contains("1 cảnh báo loại này: 1 cái sai, 0 cái chưa ai đánh giá"));
            var last = house.ground().officials().audit().newest(1).getFirst();
            assertEquals(Deed.ALERT_MARKED, last.deed());
            assertEquals("1 wrong", last.what());
        }
    }
}
