package vn.gopy.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Tx;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// Wishes to hear what becomes of the subject of an opinion, each with its evidence (contracts.md P5). A wish goes
/// with its opinion.
public final class SqlHearConsents {
    private static final String LAST = """
            SELECT max(id)
              FROM own_feedback
             WHERE pid = ?
            """;
    private static final String GIVE = """
            INSERT INTO hear_consent (feedback, language, version, text_hash, given_at, channel, evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (feedback) DO UPDATE SET language = excluded.language, version = excluded.version,
                   text_hash = excluded.text_hash, given_at = excluded.given_at, channel = excluded.channel,
                   evidence = excluded.evidence
            """;
    private static final String COUNT = """
            SELECT count(*)
              FROM hear_consent
             WHERE feedback IN (SELECT id FROM own_feedback WHERE pid = ?)
            """;
    private static final String WITHDRAW = """
            DELETE FROM hear_consent
             WHERE feedback IN (SELECT id FROM own_feedback WHERE pid = ?)
            """;
    private static final String WISHED = """
            SELECT feedback.pid, feedback.unit, hear_consent.language
              FROM feedback
              JOIN hear_consent ON hear_consent.feedback = feedback.id
             WHERE feedback.filed_at >= ? AND feedback.filed_at < ?
               AND (feedback.topic = ? OR feedback.second_topic = ?)
               AND feedback.place <> 'outside' AND feedback.on_behalf = 0
             ORDER BY feedback.pid, feedback.id
            """;

    /// Keeps the wish for a resident's last opinion. Throws [DatabaseException] when none of theirs is kept.
    ///
    /// @param language in which they wish to hear
    /// @param evidence a keyed mark of the message that gave it
    public void give(Tx tx, Pseudonym person, Language language, Consent consent, byte[] evidence) {
        long feedback = tx.first(LAST, row -> row.isNull(1) ? 0L : row.number(1), person.bytes()).orElse(0L);
        if (feedback == 0) {
            throw new DatabaseException("there is no opinion to hear of");
        }
        tx.run(GIVE, feedback, language.tag(), consent.version(), consent.textHash(),
                consent.givenAt().toEpochMilli(), consent.channel(), evidence);
    }

    /// Of how many opinions a resident wishes to hear.
    public int count(Tx tx, Pseudonym person) {
        return (int) tx.number(COUNT, person.bytes());
    }

    /// Takes back every wish of a resident; gives back how many.
    public int withdraw(Tx tx, Pseudonym person) {
        return tx.run(WITHDRAW, person.bytes());
    }

    /// Somebody who spoke of a topic and wishes to hear.
    ///
    /// @param unit as they told it; empty when it is unclear
    public record Wish(Pseudonym person, Optional<UnitId> unit, Language language) {}

    /// The wishes of those who spoke of a topic from `from` until before `until`, for themselves and from within
    /// the province, in the order of persons.
    public List<Wish> wished(Tx tx, Topic topic, Instant from, Instant until) {
        return tx.all(WISHED,
                row -> new Wish(Pseudonym.of(row.bytes(1)), row.textOrNone(2).flatMap(UnitId::parse),
                        new Language(row.text(3))),
                from.toEpochMilli(), until.toEpochMilli(), topic.code(), topic.code());
    }
}
