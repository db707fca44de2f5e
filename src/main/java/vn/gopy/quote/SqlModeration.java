package vn.gopy.quote;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// What editors read of chosen sentences and make of them. No query here tells whose a sentence is.
final class SqlModeration {
    /// For what a wording is sealed.
    static final String SHOWN = "quote";
    private static final String OPEN = """
            SELECT feedback.pid, person.key, feedback.text, quote.id, feedback.unit, quote.month, quote.area,
                   quote.topic, quote.side, quote.state, quote.revision, quote.proposed_by
              FROM quote
              JOIN feedback ON feedback.id = quote.feedback
              JOIN person ON person.pid = feedback.pid
             WHERE quote.state <> 'declined'
             ORDER BY quote.id
            """;
    private static final String WORDING = """
            SELECT feedback.pid, person.key, quote.shown
              FROM quote
              JOIN feedback ON feedback.id = quote.feedback
              JOIN person ON person.pid = feedback.pid
             WHERE quote.id = ?
            """;
    private static final String PROPOSE = """
            UPDATE quote
               SET state = 'proposed', shown = ?, proposed_by = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state IN ('waiting', 'proposed')
            """;
    private static final String AGREE = """
            UPDATE quote
               SET state = 'released', agreed_by = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'proposed' AND proposed_by <> ?
            """;
    private static final String DECLINE = """
            UPDATE quote
               SET state = 'declined', shown = NULL, revision = revision + 1
             WHERE id = ? AND revision = ? AND state <> 'declined'
            """;
    private static final String COUNT = """
            INSERT INTO quote_declined (month, area, side, reason, count)
            VALUES (?, ?, ?, ?, 1)
            ON CONFLICT (month, area, side, reason) DO UPDATE SET count = quote_declined.count + 1
            """;

    private final Vault vault;
    private final SqlQuotes quotes;

    SqlModeration(Vault vault) {
        this.vault = vault;
        quotes = new SqlQuotes(vault);
    }

    /// A sentence with what the house needs to know of it and no page shows.
    ///
    /// @param proposer the account that proposed a wording, or 0
    record Chosen(Candidate candidate, Area area, String topic, Side side, long proposer) {
        /// What it was about, without a word of it, for the audit trail.
        String theme() {
            return candidate.month().code() + ' ' + area.code() + ' ' + topic + ' ' + side.word();
        }
    }

    /// What is not declined and can be read, in the order of the lot.
    List<Chosen> open(Tx tx, long reader) {
        return tx.all(OPEN, row -> chosen(row, reader)).stream().flatMap(Optional::stream)
                .map(one -> one.proposer() == 0 ? one : with(one, wording(tx, one.candidate().id())))
                .toList();
    }

    private Optional<Chosen> chosen(Row row, long reader) {
        long proposer = row.number(12);
        var month = Period.parse(row.text(6))
                .orElseThrow(() -> new DatabaseException("unknown month of a quote"));
        return quotes.open(row, SqlFeedbackBook.TEXT)
                .map(text -> new Chosen(new Candidate(row.number(4), row.textOrNone(5).flatMap(UnitId::parse),
                        month, text, Optional.empty(), proposer == reader, row.text(10).equals("released"),
                        row.integer(11)), new Area(row.text(7)), row.text(8), Side.of(row.text(9)),
                        proposer));
    }

    private Optional<String> wording(Tx tx, long id) {
        return tx.first(WORDING, row -> quotes.open(row, SHOWN), id).flatMap(found -> found);
    }

    private static Chosen with(Chosen one, Optional<String> wording) {
        var before = one.candidate();
        return new Chosen(new Candidate(before.id(), before.unit(), before.month(), before.text(), wording,
                before.own(), before.released(), before.revision()), one.area(), one.topic(), one.side(),
                one.proposer());
    }

    /// Keeps a proposed wording; false when the sentence changed meanwhile.
    boolean propose(Tx tx, Candidate seen, String wording, long editor) {
        var sealed = tx.first(WORDING, row -> {
            var person = Pseudonym.of(row.bytes(1));
            return vault.seal(vault.unwrapped(row.bytes(2), person), person, SHOWN,
                    wording.getBytes(StandardCharsets.UTF_8));
        }, seen.id());
        return sealed.isPresent() && tx.run(PROPOSE, sealed.get(), editor, seen.id(), seen.revision()) > 0;
    }

    /// Releases what another editor proposed; false when it changed meanwhile.
    boolean agree(Tx tx, Candidate seen, long editor) {
        return tx.run(AGREE, editor, seen.id(), seen.revision(), editor) > 0;
    }

    /// Declines a sentence and counts why; false when it changed meanwhile.
    boolean decline(Tx tx, Chosen seen, Reason reason) {
        if (tx.run(DECLINE, seen.candidate().id(), seen.candidate().revision()) == 0) {
            return false;
        }
        tx.run(COUNT, seen.candidate().month().code(), seen.area().code(), seen.side().word(), reason.word());
        return true;
    }
}
