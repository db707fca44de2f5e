package vn.gopy.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.db.Tx;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.feedback.Consent;
import vn.gopy.official.Role;
import vn.gopy.official.Visitor;
import vn.gopy.place.UnitId;
import vn.gopy.request.Sent;
import vn.gopy.request.SqlRequests;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;

/// The real house with every door open: a bot, a bridge, published figures, and an official of each role.
final class WholeHouse implements AutoCloseable {
    static final String WEBHOOK_SECRET = "a-secret-of-the-tests-0123456789abcdef";
    static final String BRIDGE_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final String FILE = """
            INSERT INTO feedback (pid, filed_at, mood, topic, second_topic, place, unit, faces_up,
                                  on_behalf, receipt)
            VALUES (?, ?, ?, 'di_lai', NULL, 'in', 'new:07030', 1, 0, X'00')
            """;
    private static final String TABLES = """
            SELECT name
              FROM sqlite_master
             WHERE type = 'table' AND name NOT LIKE 'sqlite%'
             ORDER BY name
            """;

    final SettableClock clock = new SettableClock("2026-11-25T01:00:00Z");
    final BotApiDouble api = BotApiDouble.open();
    final RunningHouse running;
    /// The number of the only request.
    final long request;
    /// Who is at the doors, by name; `nobody` has no account.
    final Map<String, Visitor> guests = new LinkedHashMap<>();

    /// @param more settings beside, as an environment gives them
    WholeHouse(Path data, Map<String, String> more) {
        var environment = new HashMap<>(Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN",
                BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET",
                WEBHOOK_SECRET, "GOPY_CHANNELS", "zalo", "GOPY_CHANNEL_ZALO_SECRET", BRIDGE_SECRET,
                "GOPY_CHANNEL_ZALO_CALLBACK", "http://127.0.0.1:9/in", "GOPY_ALLOW_LOOPBACK_HTTP", "true",
                "GOPY_API_REQUESTS_PER_MINUTE",
                "0"));
        environment.putAll(more);
        running = RunningHouse.start(data, clock, environment);
        running.ground().database().ledger().commit(tx -> opinions(tx));
        running.order("release");
        request = requested();
        guests.put("nobody", new Visitor(running.port(), clock));
        for (var role : Role.values()) {
            guests.put(role.word(), official(role));
        }
        guest("editor").post("/registers/models", "title", "Camera an ninh ở ngõ", "field", "quoc_phong",
                "kind",
                "tap_the", "unit", "07030", "state", "cong_nhan", "year", "2026");
        guest("answerer").post("/announcements", "do", "keep", "area", "07030", "kind", "policy", "vi",
                "Phường có tên mới.", "en", "The ward has a new name.", "sources", "1679/NQ-UBTVQH15", "at",
                "2026-11-26T09:00");
        asks();
        speaks();
    }

    /// A dialogue session that is open, and a draft.
    private void speaks() {
        for (int i = 0; i < 2; i++) {
            guest("answerer").post("/forums", "do", "keep", "area", "07030", "vi",
                    "Giờ làm việc của bộ phận một cửa", "en", "Opening hours of the ward's office", "from",
                    "2026-11-20", "end", "2026-12-10");
        }
        guest("approver").post("/forums/1", "do", "approve", "revision", "0");
    }

    /// A poll that is open, and a draft.
    private void asks() {
        for (int i = 0; i < 2; i++) {
            guest("answerer").post("/polls", "do", "keep", "area", "07030", "vi",
                    "Phường nên mở thêm giờ làm việc nào?", "options",
                    "Buổi tối thứ Năm\nSáng thứ Bảy\nKhông cần thêm", "en",
                    "Which hours should the ward add?",
                    "options_en", "Thursday evening\nSaturday morning\nNone", "end", "2026-12-10");
        }
        guest("approver").post("/polls/1", "do", "approve", "revision", "0");
    }

    /// Forty-five persons of one commune in October.
    private static int opinions(Tx tx) {
        for (int i = 0; i < 45; i++) {
            var pid = Arrays.copyOf(("p" + i).getBytes(StandardCharsets.UTF_8), Pseudonym.LENGTH);
            tx.run(FILE, pid, Instant.parse("2026-10-14T02:00:00Z").toEpochMilli(), 1 + i % 5);
        }
        return 45;
    }

    /// Somebody's request to the office of that commune.
    private long requested() {
        var vault = running.ground().vault();
        var person = new Person(vault.pseudonym("test", "1"), vault.newKey(), Optional.of("test|1"),
                clock.instant().plus(Duration.ofDays(30)), true);
        var day = LocalDate.of(2026, 11, 25);
        var people = new SqlPeople(vault);
        var requests = new SqlRequests(vault);
        return running.ground().database().ledger().commit(tx -> {
            people.meet(tx, people.prepare(person), clock.instant());
            requests.file(tx, person,
                    new Sent(UnitId.ofNew("07030"), Topic.HA_TANG, "đèn đường khu 3 hỏng",
                            Language.VIETNAMESE, day,
                            day.plusDays(14), "ba-bốn-năm"),
                    new Consent("1", "requests", "hash", clock.instant(), "test"), new byte[]{1});
            return requests.own(tx, person).getFirst().id();
        });
    }

    private Visitor official(Role role) {
        var visitor = new Visitor(running.port(), clock);
        visitor.join(code(running.order("official-invite", role.word(), "province")), role.word(), PASSWORD);
        return visitor;
    }

    static String code(String told) {
        return Pattern.compile("code: ([A-Z2-7-]+)").matcher(told).results().findFirst().orElseThrow()
                .group(1);
    }

    Visitor guest(String name) {
        return Objects.requireNonNull(guests.get(name));
    }

    /// An address behind a door such as `GET /figures/{code}`, with something that is there.
    String address(String door) {
        var path = door.substring(door.indexOf(' ') + 1);
        if (path.startsWith("/requests/")) {
            return path.replace("{id}", Long.toString(request));
        }
        if (path.startsWith("/registers/") || path.startsWith("/documents") || path.startsWith("/models")) {
            return path.replace("{register}", "models").replace("{id}", "1");
        }
        if (path.startsWith("/claims/")) {
            return path.replace("{id}", "new");
        }
        return path.startsWith("/people/")
                ? path.replace("{id}", "1")
                : path.replace("{id}", release()).replace("{code}", "07030").replace("{topic}", "di_lai")
                        .replace("{area}", "07030").replace("{period}", "2026-10")
                        .replace("{name}", path.startsWith("/static/") ? "gopy.css" : "zalo")
                        .replaceAll("\\{[a-z]+}", "1");
    }

    private String release() {
        return running.ground().releases().latest().orElseThrow().id();
    }

    URI uri(String path) {
        return URI.create(running.address() + path);
    }

    /// How many rows each table has.
    Map<String, Long> rows() {
        return running.ground().database().read(tx -> tx.all(TABLES, row -> row.text(1)).stream()
                .collect(Collectors.toMap(name -> name, name -> tx.number("SELECT count(*) FROM " + name))));
    }

    @Override
    public void close() {
        running.close();
        api.close();
    }
}
