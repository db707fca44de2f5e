package vn.gopy.feedback;

import java.time.Instant;
import java.util.Optional;
import vn.gopy.db.Tx;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// Wishes to get announcements, one a resident, each with its evidence (contracts.md P5).
public final class SqlFollows {
    private static final String GIVE = """
            INSERT INTO follow (pid, unit, topic, language, version, text_hash, given_at, channel, evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (pid) DO UPDATE SET unit = excluded.unit, topic = excluded.topic,
                   language = excluded.language, version = excluded.version,
                   text_hash = excluded.text_hash, given_at = excluded.given_at,
                   channel = excluded.channel, evidence = excluded.evidence
            """;
    private static final String FIND = """
            SELECT unit, topic, language
              FROM follow
             WHERE pid = ?
            """;
    private static final String END = """
            DELETE FROM follow
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM follow
             WHERE given_at < ?
            """;

    /// Which announcements are wished, and in which language.
    ///
    /// @param unit  whose, beside those of the province; empty for those of the province alone
    /// @param topic about this alone; empty for all
    public record Wish(Optional<UnitId> unit, Optional<Topic> topic, Language language) {}

    /// Keeps a wish in place of an earlier one. `evidence` is a keyed mark of the message that gave it.
    public void give(Tx tx, Pseudonym person, Wish wish, Consent consent, byte[] evidence) {
        tx.run(GIVE, person.bytes(), value(wish.unit().map(UnitId::toString)),
                value(wish.topic().map(Topic::code)), wish.language().tag(), consent.version(),
                consent.textHash(), consent.givenAt().toEpochMilli(), consent.channel(), evidence);
    }

    private static Object value(Optional<String> text) {
        return text.isPresent() ? text.get() : Tx.NULL;
    }

    /// What a resident wishes; empty for nothing.
    public Optional<Wish> find(Tx tx, Pseudonym person) {
        return tx.first(FIND, row -> new Wish(row.textOrNone(1).flatMap(UnitId::parse),
                row.textOrNone(2).flatMap(Topic::of), new Language(row.text(3))), person.bytes());
    }

    /// They wish no announcements any more; gives back how many rows went.
    public int end(Tx tx, Pseudonym person) {
        return tx.run(END, person.bytes());
    }

    /// Forgets wishes given before a moment; gives back how many (contracts.md P14).
    public int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }
}
