package vn.gopy.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// Where opinions are kept: one row each, its text sealed under the resident's key.
public final class SqlFeedbackBook {
    private static final String FILE = """
            INSERT INTO feedback (arrival, pid, filed_at, mood, topic, second_topic, place, unit, text,
                                  guessed_mood, guessed_topic, faces_up, on_behalf, receipt, likeness)
            VALUES ((SELECT arrival FROM person WHERE pid = ?),
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LATEST = """
            SELECT filed_at, mood, topic, second_topic, place, unit, text, guessed_mood, guessed_topic,
                   faces_up, on_behalf
              FROM feedback
             WHERE id IN (SELECT id FROM own_feedback WHERE pid = ?)
             ORDER BY id DESC
             LIMIT ?
            """;
    private static final String COUNT = """
            SELECT count(*)
              FROM own_feedback
             WHERE pid = ?
            """;
    private static final String WITHDRAW_LAST = """
            DELETE FROM feedback
             WHERE id = (SELECT max(id) FROM own_feedback WHERE pid = ?)
            """;
    private static final String ERASE = """
            DELETE FROM feedback
             WHERE id IN (SELECT id FROM own_feedback WHERE pid = ?)
            """;
    private static final String FORGET = """
            DELETE FROM feedback
             WHERE filed_at < ?
            """;
    private static final String FORGET_LIKENESSES = """
            UPDATE feedback
               SET likeness = NULL
             WHERE id IN (SELECT id
                            FROM feedback
                           WHERE likeness IS NOT NULL AND filed_at < ?
                           ORDER BY filed_at
                           LIMIT ?)
            """;
    /// For what an opinion's text is sealed.
    public static final String TEXT = "feedback";

    private final Vault vault;
    private final Likeness likeness;

    public SqlFeedbackBook(Vault vault) {
        this.vault = vault;
        likeness = new Likeness(vault);
    }

    /// Keeps an opinion of a resident whom the table of residents knows; throws [vn.gopy.db.DatabaseException]
    /// for anybody else. `receipt` is a mark of the receipt's words, not the words.
    public void file(Tx tx, Person person, Feedback feedback, byte[] receipt) {
        var text = feedback.text()
                .map(words -> vault.seal(person.key(), person.pid(), TEXT,
                        words.getBytes(StandardCharsets.UTF_8)));
        tx.run(FILE, person.pid().bytes(), person.pid().bytes(), feedback.filedAt().toEpochMilli(),
                value(feedback.mood().map(Mood::value)),
                feedback.topic().code(), value(feedback.second().map(Topic::code)), kind(feedback.place()),
                value(unit(feedback.place())), value(text), value(feedback.guessedMood().map(Mood::value)),
                value(feedback.guessedTopic().map(Topic::code)), feedback.facesUp() ? 1 : 0,
                feedback.onBehalf() ? 1 : 0, receipt, value(feedback.text().flatMap(likeness::of)));
    }

    /// A resident's own opinions, newest first.
    public List<Feedback> latest(Tx tx, Person person, int most) {
        return tx.all(LATEST, row -> read(person, row), person.pid().bytes(), most);
    }

    public int count(Tx tx, Pseudonym person) {
        return (int) tx.number(COUNT, person.bytes());
    }

    /// Takes back the last opinion; gives back how many went, 0 or 1. Figures already published stay as they
    /// are.
    public int withdrawLast(Tx tx, Pseudonym person) {
        return tx.run(WITHDRAW_LAST, person.bytes());
    }

    /// Deletes every opinion of a resident; figures already published stay as they are.
    public int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    /// Deletes opinions filed before a moment; gives back how many. What they counted for stays in the
    /// releases (contracts.md P1, P14).
    public int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }

    /// Forgets which texts filed before a moment are alike, the oldest `most` of them; gives back how many.
    public static int forgetLikenesses(Tx tx, Instant before, int most) {
        return tx.run(FORGET_LIKENESSES, before.toEpochMilli(), most);
    }

    private Feedback read(Person person, Row row) {
        var text = row.bytesOrNone(7)
                .map(sealed -> new String(vault.open(person.key(), person.pid(), TEXT, sealed),
                        StandardCharsets.UTF_8));
        return new Feedback(Instant.ofEpochMilli(row.number(1)), Mood.of(row.integer(2)),
                Topic.of(row.text(3)).orElse(Topic.KHAC), row.textOrNone(4).flatMap(Topic::of), place(row),
                text,
                Mood.of(row.integer(8)), row.textOrNone(9).flatMap(Topic::of), row.integer(10) == 1,
                row.integer(11) == 1);
    }

    private static Place place(Row row) {
        return switch (row.text(5)) {
            case "outside" -> new Place.Outside();
            case "in" -> row.textOrNone(6).flatMap(UnitId::parse).<Place>map(Place.In::new)
                    .orElse(new Place.Unclear());
            default -> new Place.Unclear();
        };
    }

    private static String kind(Place place) {
        return switch (place) {
            case Place.In _ -> "in";
            case Place.Unclear _ -> "unclear";
            case Place.Outside _ -> "outside";
        };
    }

    private static Optional<String> unit(Place place) {
        return place instanceof Place.In(var unit) ? Optional.of(unit.toString()) : Optional.empty();
    }

    private static Object value(Optional<?> value) {
        return value.isPresent() ? value.get() : Tx.NULL;
    }
}
