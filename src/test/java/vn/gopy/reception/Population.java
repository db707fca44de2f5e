package vn.gopy.reception;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import vn.gopy.chat.Address;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.dialogue.Standing;
import vn.gopy.feedback.Consent;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.SqlConsents;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// A house as it is after years: residents with keys, addresses, sessions and consents, their opinions, and the marks of
/// all that was heard. Made by the house's own tables, so that these residents go on talking.
public final class Population {
    private static final int TOGETHER = 2_000;
    private static final int ROWS_TOGETHER = 200_000;
    /// What a resident said first, again an hour earlier each time.
    private static final String SAY_AGAIN = """
            WITH RECURSIVE hour (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM hour WHERE n < ?)
            INSERT INTO feedback (arrival, pid, filed_at, mood, topic, second_topic, place, unit, text,
                                  guessed_mood, guessed_topic, faces_up, on_behalf, receipt, likeness)
            SELECT arrival, pid, filed_at - n * 3600000, mood, topic, second_topic, place, unit, text, guessed_mood,
                   guessed_topic, faces_up, on_behalf, receipt, likeness
              FROM (SELECT * FROM feedback
                     WHERE id = (SELECT max(id) FROM own_feedback WHERE pid = ?)), hour
            """;
    private static final String HEARD = """
            WITH RECURSIVE mark (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM mark WHERE n + 1 < ?)
            INSERT INTO heard_message (mark)
            SELECT unhex(printf('%08x', ? + n / 100) || hex(randomblob(12))) FROM mark
            """;
    private static final String UPDATE = """
            WITH RECURSIVE mark (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM mark WHERE n + 1 < ?)
            INSERT INTO heard_number (number, heard_at)
            SELECT n, ? FROM mark
            """;
    private static final List<String> UNITS = List.of("06652", "06658", "06661", "06673", "06970", "06979");

    private static final List<Topic> TOPICS = List.of(Topic.values());

    private final Database database;
    private final Vault vault;
    private final String consentVersion;
    private final Instant now;
    private final SqlPeople people;
    private final SqlSessions sessions;
    private final SqlConsents consents = new SqlConsents();
    private final SqlFeedbackBook opinions;
    private final Random chance = new Random(11);

    /// @param now when all of it was said, but for opinions: they go back a year
    public Population(Database database, Vault vault, String consentVersion, Instant now) {
        this.database = database;
        this.vault = vault;
        this.consentVersion = consentVersion;
        this.now = now;
        people = new SqlPeople(vault);
        sessions = new SqlSessions(vault);
        opinions = new SqlFeedbackBook(vault);
    }

    /// Settles so many residents, chats of Telegram from `first` on, with so many opinions in all, each of them heard
    /// once; as many updates are heard as a week may bring, a tenth of all.
    public void settle(long first, int residents, int opinionsInAll) {
        int each = opinionsInAll / residents;
        written(residents, k -> {
            var person = person(first + k);
            var row = people.prepare(person);
            var standing = sessions.seal(person, Standing.start(now), Optional.empty(),
                    now.plus(Duration.ofDays(90)));
            return tx -> {
                people.meet(tx, row, now);
                sessions.keep(tx, 1, standing);
                consents.give(tx, person.pid(), new Consent(consentVersion, "all", "-", now, "telegram"),
                        new byte[16]);
                opinions.file(tx, person, opinion(), new byte[8]);
                tx.run(SAY_AGAIN, each - 1, person.pid().bytes());
            };
        });
        heard(HEARD, opinionsInAll, now.getEpochSecond() - opinionsInAll / 100);
        heard(UPDATE, opinionsInAll / 10, now.toEpochMilli());
    }

    private void heard(String sql, long count, long when) {
        for (long from = 0; from < count; from += ROWS_TOGETHER) {
            long first = from;
            database.ledger().commit(tx -> tx.run(sql, first, Math.min(count, first + ROWS_TOGETHER), when));
            database.tidy();
        }
    }

    private interface Rows {
        void write(Tx tx);
    }

    private void written(long count, LongFunction<Rows> rows) {
        for (long from = 0; from < count; from += TOGETHER) {
            var all = LongStream.range(from, Math.min(count, from + TOGETHER)).mapToObj(rows).toList();
            database.ledger().commit(tx -> {
                all.forEach(one -> one.write(tx));
                return true;
            });
            database.tidy(); // as the running house does twice a second
        }
    }

    private Person person(long chat) {
        var address = new Address("telegram", Long.toString(chat));
        return new Person(vault.pseudonym(address.channel(), address.id()), vault.newKey(),
                Optional.of(address.line()), now.plus(Duration.ofDays(90)), true);
    }

    private Feedback opinion() {
        var topic = TOPICS.get(chance.nextInt(TOPICS.size()));
        var unit = UnitId.ofNew(UNITS.get(chance.nextInt(UNITS.size())));
        return new Feedback(now.minus(Duration.ofMinutes(chance.nextInt(525_000))),
                Mood.of(1 + chance.nextInt(5)), topic, Optional.empty(), new Feedback.Place.In(unit),
                Optional.of("Đường vào thôn hỏng đã lâu, đi làm giấy tờ xa quá."), Optional.empty(),
                Optional.of(topic),
                true, false);
    }
}
