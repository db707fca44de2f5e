package vn.gopy.quote;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Consent;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.feedback.SqlQuoteConsents;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Residents who say a sentence, as reception would keep it, and let it be shown or not.
public final class Speakers {
    public static final String HOANH_BO = "new:07030";
    private static final byte[] MARK = {1};

    private final Database database;
    private final Vault vault;
    private final SqlPeople people;
    private final SqlFeedbackBook book;
    private final SqlQuoteConsents leaves;

    public Speakers(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        people = new SqlPeople(vault);
        book = new SqlFeedbackBook(vault);
        leaves = new SqlQuoteConsents(vault);
    }

    /// What somebody says: when, how it feels (0: no mood), about what, in which unit, in which words.
    public record Said(Instant when, int mood, Topic topic, String unit, String text) {
        public Said with(int other, String words) {
            return new Said(when, other, topic, unit, words);
        }

        public Said in(String other) {
            return new Said(when, mood, topic, other, text);
        }
    }

    public Pseudonym pid(int number) {
        return vault.pseudonym("test", Integer.toString(number));
    }

    /// A number of persons who each say the same and let nothing be shown; their numbers start at `first`.
    public void crowd(int first, int persons, Said said) {
        var all = IntStream.range(first, first + persons).mapToObj(number -> filing(number, said, false))
                .toList();
        database.ledger().commit(tx -> {
            all.forEach(filing -> filing.accept(tx));
            return all.size();
        });
    }

    public void silently(int number, Said said) {
        file(number, said, false);
    }

    public void speak(int number, Said said) {
        file(number, said, false);
        allow(number, said);
    }

    public void speakForOthers(int number, Said said) {
        file(number, said, true);
        allow(number, said);
    }

    private void allow(int number, Said said) {
        var consent = new Consent("1", "quotes", "hash", said.when(), "test");
        database.ledger().commit(tx -> {
            leaves.give(tx, people.find(tx, pid(number)).orElseThrow(), said.text(), consent, MARK);
            return true;
        });
    }

    private void file(int number, Said said, boolean onBehalf) {
        var filing = filing(number, said, onBehalf);
        database.ledger().commit(tx -> {
            filing.accept(tx);
            return true;
        });
    }

    private Consumer<Tx> filing(int number, Said said, boolean onBehalf) {
        var unit = UnitId.parse(said.unit());
        var feedback = new Feedback(said.when(), Mood.of(said.mood()), said.topic(), Optional.empty(),
                unit.<Feedback.Place>map(Feedback.Place.In::new).orElse(new Feedback.Place.Unclear()),
                Optional.of(said.text()), Optional.empty(), Optional.empty(), true, onBehalf);
        var row = people.prepare(new Person(pid(number), vault.newKey(), Optional.of("test|" + number),
                said.when().plusSeconds(86_400), true));
        return tx -> {
            people.meet(tx, row, said.when());
            book.file(tx, people.find(tx, pid(number)).orElseThrow(), feedback, MARK);
        };
    }

    /// Everybody else in seven wards, so that the figures of the one that is looked at may be shown.
    public void neighbours(int first, Said said) {
        int from = first;
        for (var unit : new String[]{"new:06652", "new:06676", "new:06685", "new:06706", "new:06709",
                "new:06811", "new:06832"}) {
            crowd(from, 40, said.in(unit));
            from += 40;
        }
    }

    /// Forty of a ward who speak about the way to the office: sixteen blame, fourteen praise, ten ask.
    public void forty(int first, Said said) {
        for (int i = 0; i < 16; i++) {
            speak(first + i, said.with(2, i == 7
                    ? "xe máy hỏng giữa dốc đành bỏ về"
                    : "trụ sở mới xa quá đi lại mất cả buổi " + "ơi ".repeat(i % 3)));
        }
        for (int i = 16; i < 30; i++) {
            speak(first + i, said.with(5, i == 20
                    ? "bến đò cũ nay có cầu thật tiện"
                    : "trụ sở mới gần đường lớn đi lại dễ hơn " + "nhé ".repeat(i % 3)));
        }
        for (int i = 30; i < 40; i++) {
            speak(first + i, said.with(3, "bao giờ có xe buýt tới trụ sở mới " + "ạ ".repeat(i % 3)));
        }
    }
}
