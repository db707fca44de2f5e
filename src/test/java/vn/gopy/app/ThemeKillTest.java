package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.feedback.Consent;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.feedback.SqlHearConsents;
import vn.gopy.official.Visitor;
import vn.gopy.place.UnitId;
import vn.gopy.quote.Speakers;
import vn.gopy.text.Language;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// The program is killed again and again while it carries an answer to everybody who wished to hear.
/// `-Dgopy.kills=20` for more rounds.
class ThemeKillTest {
    private static final int KILLS = Integer.getInteger("gopy.kills", 2);
    private static final int HANDS = 64;
    private static final int WISHES = 240;
    private static final long FIRST_CHAT = 990_000_000L;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    Path data;

    private final Random chance = new Random(11);

    @Test
    void killed_while_an_answer_is_carried_it_reaches_everybody_and_nobody_again_for_no_reason()
            throws Exception {
        try (var api = BotApiDouble.open()) {
            for (int i = 0; i < WISHES; i++) {
                api.chats().know(FIRST_CHAT + i);
            }
            prepare();
            for (int round = 0; round < KILLS; round++) {
                var house = start(api);
                long until = System.nanoTime() + Duration.ofMillis(chance.nextInt(500, 2_500)).toNanos();
                while (System.nanoTime() < until) {
                    LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
                }
                house.close();
            }
            var last = start(api);
            TelegramResident.waitUntil(() -> reached(api) == WISHES, "reached " + reached(api));
            last.stop();

            assertEquals(WISHES, ChildHouse.number(data, "SELECT count(*) FROM theme_told"));
            assertEquals(0, ChildHouse.number(data, "SELECT count(*) FROM parcel"));
            long repeated = IntStream.range(0, WISHES).mapToLong(i -> api.chats().in(FIRST_CHAT + i).size())
                    .sum()
                    - WISHES;
            assertTrue(repeated <= (long) KILLS * HANDS, repeated + " letters were repeated");
            System.out.printf("kills %d, wishes %d, reached all, letters repeated %d%n", KILLS, WISHES,
                    repeated);
        }
    }

    private static long reached(BotApiDouble api) {
        return IntStream.range(0, WISHES).filter(i -> !api.chats().in(FIRST_CHAT + i).isEmpty()).count();
    }

    private ChildHouse start(BotApiDouble api) throws Exception {
        return ChildHouse.start(data, data.resolve("serve.log"), api,
                Map.of("GOPY_LETTERS_FROM", "00:00", "GOPY_LETTERS_UNTIL", "23:59:59"));
    }

    /// Many of a ward spoke last month and wish to hear; an approver has sent the answer, by a clock at night.
    private void prepare() {
        var first = LocalDate.ofInstant(Instant.now(), ZONE).withDayOfMonth(1);
        var when = first.minusDays(10).atTime(9, 0).atZone(ZONE).toInstant();
        var clock = new SettableClock(when.toString());
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"))) {
            new Speakers(house.ground().database(), house.ground().vault()).neighbours(5_000,
                    new Speakers.Said(when, 2, Topic.DI_LAI, Speakers.HOANH_BO, "đi lại xa"));
            IntStream.range(0, WISHES).forEach(i -> wish(house.ground(), FIRST_CHAT + i, when));
            house.ground().database().ledger().commit(tx -> true); // what nobody waited for is written
            clock.pass(Duration.between(when, first.atTime(2, 0).atZone(ZONE).toInstant()));
            house.order("release");
            var code = house.order("official-invite", "approver", "province").replaceAll(
                    "(?s).*code: ([A-Z2-7-]+).*",
                    "$1");
            var one = new Visitor(house.port(), clock);
            one.join(code, "Bà Hoa", "cau treo gio bac rat lanh");
            clock.pass(Duration.ofSeconds(31));
            var two = new Visitor(house.port(), clock);
            two.join(house.order("official-invite", "approver", "province").replaceAll(
                    "(?s).*code: ([A-Z2-7-]+).*", "$1"), "Ông Bình", "cau treo gio bac rat lanh");
            var theme = "/themes/" + house.ground().database().read(
                    tx -> tx.number("SELECT id FROM theme WHERE area = '07030' AND topic = 'di_lai'"));
            assertEquals(303, one.post(theme, "do", "draft", "revision", "0", "state", "answered", "vi",
                    "Có xe đưa đón từ ngày 1/12.").statusCode());
            assertEquals(303, two.post(theme, "do", "send", "revision", "1").statusCode());
        }
    }

    private static void wish(Ground ground, long chat, Instant when) {
        var address = new Address("telegram", Long.toString(chat));
        var people = new SqlPeople(ground.vault());
        var person = new Person(ground.vault().pseudonym(address.channel(), address.id()),
                ground.vault().newKey(),
                Optional.of(address.line()), Instant.now().plus(Duration.ofDays(30)), true);
        var row = people.prepare(person);
        var feedback = new Feedback(when, Mood.of(2), Topic.DI_LAI, Optional.empty(),
                new Feedback.Place.In(UnitId.parse(Speakers.HOANH_BO).orElseThrow()), Optional.empty(),
                Optional.empty(), Optional.empty(), true, false);
        ground.database().ledger().later(tx -> {
            people.meet(tx, row, when);
            new SqlFeedbackBook(ground.vault()).file(tx, person, feedback, new byte[]{1});
            new SqlHearConsents().give(tx, person.pid(), Language.VIETNAMESE,
                    new Consent("2", "answers", "hash", when, "telegram"), new byte[]{1});
            return true;
        });
    }
}
