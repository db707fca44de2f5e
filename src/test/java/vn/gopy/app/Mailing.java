package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.gopy.chat.Address;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.feedback.Consent;
import vn.gopy.feedback.SqlFollows;
import vn.gopy.official.Visitor;
import vn.gopy.place.UnitId;
import vn.gopy.quote.Speakers;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// A data folder in which many wish to get the announcements of a ward, and two officials have let one go out; its
/// house is closed before any letter is put.
record Mailing(Path data, int wishes) {
    static final long FIRST_CHAT = 980_000_000L;
    private static final String TEXT = "Thứ Năm cắt điện ở khu 3 từ 8 giờ đến 10 giờ.";
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// Makes it, by a clock at night of today.
    static Mailing prepare(Path data, BotApiDouble api, int wishes) {
        IntStream.range(0, wishes).forEach(i -> api.chats().know(FIRST_CHAT + i));
        var today = LocalDate.ofInstant(Instant.now(), ZONE);
        var clock = new SettableClock(today.atTime(2, 0).atZone(ZONE).toInstant().toString());
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            IntStream.range(0, wishes).forEach(i -> wish(house.ground(), FIRST_CHAT + i));
            house.ground().database().ledger().commit(tx -> true); // what nobody waited for is written
            var one = approver(house, clock, "Bà Hoa");
            clock.pass(Duration.ofSeconds(31));
            var two = approver(house, clock, "Ông Bình");
            var kept = one.post("/announcements", "do", "keep", "area", "07030", "kind", "event", "vi", TEXT,
                    "at", today + "T00:00");
            assertEquals(303, kept.statusCode(), kept.body());
            var path = kept.headers().firstValue("Location").orElseThrow();
            assertEquals(303, two.post(path, "do", "approve", "revision", "0").statusCode());
        }
        return new Mailing(data, wishes);
    }

    private static Visitor approver(RunningHouse house, SettableClock clock, String name) {
        var visitor = new Visitor(house.port(), clock);
        visitor.join(WholeHouse.code(house.order("official-invite", "approver", "province")), name, PASSWORD);
        return visitor;
    }

    private static void wish(Ground ground, long chat) {
        var address = new Address("telegram", Long.toString(chat));
        var people = new SqlPeople(ground.vault());
        var now = Instant.now();
        var person = new Person(ground.vault().pseudonym(address.channel(), address.id()),
                ground.vault().newKey(), Optional.of(address.line()), now.plus(Duration.ofDays(30)), true);
        var row = people.prepare(person);
        var wish = new SqlFollows.Wish(UnitId.parse(Speakers.HOANH_BO), Optional.empty(),
                Language.VIETNAMESE);
        ground.database().ledger().later(tx -> {
            people.meet(tx, row, now);
            new SqlFollows().give(tx, person.pid(), wish, new Consent("2", "news", "hash", now, "telegram"),
                    new byte[]{1});
            return true;
        });
    }

    /// How many got it.
    long reached(BotApiDouble api) {
        return chats().filter(chat -> letters(api, chat) > 0).count();
    }

    /// How many letters came beside each one's first.
    long repeated(BotApiDouble api) {
        return chats().map(chat -> Math.max(0, letters(api, chat) - 1)).sum();
    }

    private LongStream chats() {
        return IntStream.range(0, wishes).mapToLong(i -> FIRST_CHAT + i);
    }

    private static long letters(BotApiDouble api, long chat) {
        return api.chats().in(chat).stream().filter(sent -> sent.text().contains("cắt điện")).count();
    }
}
