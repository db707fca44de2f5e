package vn.gopy.forum;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.answer.Asked;
import vn.gopy.answer.Round;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Consent;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;
import vn.gopy.vault.VaultException;

/// What residents ask in sessions, their text sealed under their keys, and who was told an answer.
public final class SqlForumQuestions {
    private static final String ASK = """
            INSERT INTO forum_question (forum, pid, mark, text, language, told_wanted, version, text_hash,
                                        asked_at, channel, evidence)
            SELECT forum.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              FROM forum
             WHERE forum.id = ? AND forum.state = 'approved' AND forum.opens_at <= ? AND forum.closes_at > ?
                ON CONFLICT (forum, pid, mark) DO UPDATE SET text = excluded.text, language = excluded.language,
                   told_wanted = excluded.told_wanted, version = excluded.version,
                   text_hash = excluded.text_hash, asked_at = excluded.asked_at, channel = excluded.channel,
                   evidence = excluded.evidence
            """;
    private static final String OWN = """
            SELECT text
              FROM forum_question
             WHERE forum = ? AND pid = ?
             ORDER BY id
            """;
    private static final String ALL = """
            SELECT forum_question.id, forum_question.pid, person.key, forum_question.text
              FROM forum_question
              JOIN person ON person.pid = forum_question.pid
             WHERE forum_question.forum = ?
            """;
    private static final String ASSIGN = """
            UPDATE forum_question
               SET number = ?
             WHERE id = ?
            """;
    private static final String WISHED = """
             told_wanted = 1 AND forum = ? AND (? = 0 OR number = ?)
            """;
    private static final String NEXT = "SELECT pid, min(language) FROM forum_question WHERE" + WISHED + """
               AND pid > ?
             GROUP BY pid
             ORDER BY pid
             LIMIT ?
            """;
    private static final String TELL = """
            INSERT INTO forum_told (forum, number, pid, told_at)
            SELECT ?, ?, ?, ?
             WHERE EXISTS (SELECT 1 FROM forum_question WHERE pid = ? AND
            """ + WISHED + """
            )
                ON CONFLICT (forum, number, pid) DO NOTHING
            """;
    private static final String ERASE = """
            DELETE FROM forum_question
             WHERE pid = ?
            """;
    private static final String ERASE_TOLD = """
            DELETE FROM forum_told
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM forum_question
             WHERE asked_at < ?
            """;
    private static final String FORGET_TOLD = """
            DELETE FROM forum_told
             WHERE told_at < ?
            """;
    private static final String TEXT = "forum";
    private static final byte[] BEFORE_ALL = new byte[0];
    private static final Logger LOG = LoggerFactory.getLogger(SqlForumQuestions.class);

    private final Vault vault;

    public SqlForumQuestions(Vault vault) {
        this.vault = vault;
    }

    /// A question.
    ///
    /// @param text         masked, as its author saw it
    /// @param wishesToHear whether they wish to be told the answer
    public record Asking(long forum, String text, Language language, boolean wishesToHear) {
        /// Without what is asked.
        @Override
        public String toString() {
            return "question";
        }
    }

    /// Keeps a question; the same one asked again replaces the earlier. False when the session is not open.
    ///
    /// @param evidence a keyed mark of the message that gave the consent
    public boolean ask(Tx tx, Person person, Asking asking, Consent consent, byte[] evidence) {
        var pid = person.pid();
        long now = consent.givenAt().toEpochMilli();
        return tx.run(ASK, pid.bytes(), mark(pid, asking.text()),
                vault.seal(person.key(), pid, TEXT, asking.text().getBytes(StandardCharsets.UTF_8)),
                asking.language().tag(), asking.wishesToHear() ? 1 : 0, consent.version(), consent.textHash(),
                now,
                consent.channel(), evidence, asking.forum(), now, now) == 1;
    }

    /// Spaces, marks and case do not make another question of it.
    private byte[] mark(Pseudonym person, String text) {
        return vault.mark(TEXT, person.hex() + '|' + Folding.fold(text).strip().replaceAll("\\s+", " "));
    }

    /// A resident's own questions in a session, the oldest first.
    List<String> own(Tx tx, long forum, Person person) {
        return tx.all(OWN, row -> new String(vault.open(person.key(), person.pid(), TEXT, row.bytes(1)),
                StandardCharsets.UTF_8), forum, person.pid().bytes());
    }

    /// One row of a session.
    record Numbered(long id, Asked asked) {}

    /// All that was asked in a session, in no order; without what cannot be read.
    List<Numbered> all(Tx tx, long forum) {
        return tx.all(ALL, this::readable, forum).stream().flatMap(Optional::stream).toList();
    }

    private Optional<Numbered> readable(Row row) {
        var person = Pseudonym.of(row.bytes(2));
        try {
            var text = vault.open(vault.unwrapped(row.bytes(3), person), person, TEXT, row.bytes(4));
            return Optional.of(
                    new Numbered(row.number(1), new Asked(person, new String(text, StandardCharsets.UTF_8))));
        } catch (VaultException fault) {
            LOG.error("could not read question {} of a session: left out ({})", row.number(1),
                    fault.getMessage());
            return Optional.empty();
        }
    }

    /// Notes into which group a question fell.
    void assign(Tx tx, long id, int group) {
        tx.run(ASSIGN, group, id);
    }

    /// The next who wish to be told the answer to a group, in the order of pseudonyms, which tells nothing.
    ///
    /// @param after the last one of before; empty at the beginning
    List<Round.Recipient> next(Tx tx, ForumGroup group, Optional<Pseudonym> after, int most) {
        return tx.all(NEXT, row -> new Round.Recipient(Pseudonym.of(row.bytes(1)), new Language(row.text(2))),
                group.forum(), group.number(), group.number(), after.map(Pseudonym::bytes).orElse(BEFORE_ALL),
                most);
    }

    /// Notes that somebody is told an answer; false when they were told before, or do not wish it any more.
    boolean tell(Tx tx, ForumGroup group, Pseudonym person, Instant now) {
        return tx.run(TELL, group.forum(), group.number(), person.bytes(), now.toEpochMilli(), person.bytes(),
                group.forum(), group.number(), group.number()) == 1;
    }

    /// Deletes every question of a resident, and that they were told anything; gives back how many questions went.
    public int erase(Tx tx, Pseudonym person) {
        tx.run(ERASE_TOLD, person.bytes());
        return tx.run(ERASE, person.bytes());
    }

    /// Deletes questions asked before a moment, and who was told before it; gives back how many questions
    /// (contracts.md P14).
    public int forget(Tx tx, Instant before) {
        tx.run(FORGET_TOLD, before.toEpochMilli());
        return tx.run(FORGET, before.toEpochMilli());
    }
}
