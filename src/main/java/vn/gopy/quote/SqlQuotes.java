package vn.gopy.quote;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.place.UnitId;
import vn.gopy.release.Period;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.PersonKey;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;
import vn.gopy.vault.VaultException;

/// The sentences that may be shown, read from the opinions they belong to, and those that were chosen.
final class SqlQuotes {
    private static final Logger LOG = LoggerFactory.getLogger(SqlQuotes.class);
    private static final String MONTHS = """
            SELECT month
              FROM quote_month
            """;
    private static final String ADD_MONTH = """
            INSERT INTO quote_month (month, release_id)
            VALUES (?, ?)
            ON CONFLICT (month) DO NOTHING
            """;
    private static final String SENTENCES = """
            SELECT feedback.pid, person.key, feedback.text, feedback.id, feedback.mood, feedback.topic,
                   feedback.unit
              FROM quote_consent
              JOIN feedback ON feedback.id = quote_consent.feedback
              JOIN person ON person.pid = feedback.pid
             WHERE feedback.filed_at >= ? AND feedback.filed_at < ?
               AND feedback.on_behalf = 0 AND feedback.place <> 'outside' AND feedback.text IS NOT NULL
             ORDER BY feedback.id
            """;
    private static final String ADD = """
            INSERT INTO quote (id, feedback, month, area, topic, side, place, state, revision, proposed_by,
                               agreed_by)
            SELECT ?, feedback, ?, ?, ?, ?, ?, 'waiting', 0, 0, 0
              FROM quote_consent
             WHERE feedback = ?
            """;
    private static final String SHOWN = """
            SELECT feedback.pid, person.key, quote.shown, quote.topic, quote.side, quote.place, quote.id
              FROM quote
              JOIN feedback ON feedback.id = quote.feedback
              JOIN person ON person.pid = feedback.pid
             WHERE quote.area = ? AND quote.month = ? AND quote.state = 'released'
             ORDER BY quote.place DESC, quote.id
            """;
    private static final String CHOSEN = """
            SELECT topic, side, count(*), sum(CASE WHEN state IN ('waiting', 'proposed') THEN 1 ELSE 0 END)
              FROM quote
             WHERE area = ? AND month = ?
             GROUP BY topic, side
            """;
    private static final String DECLINED = """
            SELECT side, reason, count
              FROM quote_declined
             WHERE area = ? AND month = ?
             ORDER BY side, reason
            """;

    private final Vault vault;

    SqlQuotes(Vault vault) {
        this.vault = vault;
    }

    /// The months whose sentences were chosen.
    List<String> months(Tx tx) {
        return tx.all(MONTHS, row -> row.text(1));
    }

    /// Marks a month as done; false when it was already.
    boolean addMonth(Tx tx, Period month, String release) {
        return tx.run(ADD_MONTH, month.code(), release) > 0;
    }

    /// The sentences of a month that may be shown, without those that cannot be read.
    List<Sentence> sentences(Tx tx, long from, long until) {
        return tx.all(SENTENCES, this::sentence, from, until).stream().flatMap(Optional::stream).toList();
    }

    private Optional<Sentence> sentence(Row row) {
        var person = Pseudonym.of(row.bytes(1));
        var text = open(row, SqlFeedbackBook.TEXT);
        var topic = Topic.of(row.text(6));
        if (text.isEmpty() || topic.isEmpty()) {
            return Optional.empty();
        }
        return Side.of(Mood.of(row.integer(5)), text.get())
                .map(side -> new Sentence(row.number(4), person, topic.get(),
                        row.textOrNone(7).flatMap(UnitId::parse), side, text.get()));
    }

    /// What is sealed in the third column under the key of the second for the person of the first; empty when
    /// it cannot be read.
    Optional<String> open(Row row, String purpose) {
        try {
            var person = Pseudonym.of(row.bytes(1));
            var key = vault.unwrapped(row.bytes(2), person);
            return row.bytesOrNone(3).map(sealed -> text(key, person, purpose, sealed));
        } catch (VaultException fault) {
            LOG.error("could not read a sentence: left out ({})", fault.getMessage());
            return Optional.empty();
        }
    }

    private String text(PersonKey key, Pseudonym person, String purpose, byte[] sealed) {
        return new String(vault.open(key, person, purpose, sealed), StandardCharsets.UTF_8);
    }

    /// Keeps a choice under a number drawn by lot, unless the leave was taken back meanwhile.
    void add(Tx tx, long id, Pick pick) {
        var theme = pick.theme();
        tx.run(ADD, id, theme.month().code(), theme.area().code(), theme.topic().code(),
                pick.sentence().side().word(), pick.place().word(), pick.sentence().feedback());
    }

    /// A released sentence; those nearest to the middle come first, else the lot decides.
    record Released(Topic topic, Side side, String text) {
        @Override
        public String toString() {
            return "released sentence";
        }
    }

    List<Released> released(Tx tx, String area, String month) {
        return tx.all(SHOWN, row -> open(row, SqlModeration.SHOWN)
                .map(text -> new Released(Topic.of(row.text(4)).orElse(Topic.KHAC), Side.of(row.text(5)),
                        text)),
                area, month).stream().flatMap(Optional::stream).toList();
    }

    /// How many sentences of a side were chosen for a topic, and how many of these wait for editors.
    record Chosen(Topic topic, Side side, int all, int waiting) {}

    List<Chosen> chosen(Tx tx, String area, String month) {
        return tx.all(CHOSEN, row -> new Chosen(Topic.of(row.text(1)).orElse(Topic.KHAC),
                Side.of(row.text(2)), row.integer(3), row.integer(4)), area, month);
    }

    List<Spoken.Declined> declined(Tx tx, String area, String month) {
        return tx.all(DECLINED, row -> new Spoken.Declined(Side.of(row.text(1)),
                Reason.of(row.text(2)).orElse(Reason.UNCLEAR), row.integer(3)), area, month);
    }

}
