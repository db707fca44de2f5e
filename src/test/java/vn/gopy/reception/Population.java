package vn.gopy.reception;

import java.nio.ByteBuffer;
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
    private static final int TOGETHER = 5_000;
    private static final String HEARD = "INSERT INTO heard_message (mark) VALUES (?)";
    private static final String UPDATE = "INSERT INTO heard_update (channel, key, heard_at) VALUES ('telegram', ?, ?)";
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
                for (int i = 0; i < each; i++) {
                    opinions.file(tx, person, opinion(), new byte[8]);
                }
            };
        });
        written(opinionsInAll, k -> {
            var mark = new byte[16];
            chance.nextBytes(mark);
            ByteBuffer.wrap(mark).putInt((int) (now.getEpochSecond() - opinionsInAll / 100 + k / 100));
            return tx -> tx.run(HEARD, (Object) mark);
        });
        written(opinionsInAll / 10,
                k -> tx -> tx.run(UPDATE, ByteBuffer.allocate(16).putLong(0).putLong(k).array(),
                        now.toEpochMilli()));
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
