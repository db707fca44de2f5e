package vn.gopy.answer;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.db.Tx;
import vn.gopy.vault.Pseudonym;

/// Who was told an answer to a theme, each once, and whether it meets their point.
public final class SqlThemeTold {
    private static final String TELL = """
            INSERT INTO theme_told (answer, pid, told_at)
            VALUES (?, ?, ?)
            ON CONFLICT (answer, pid) DO NOTHING
            """;
    private static final String TOLD = """
            SELECT pid
              FROM theme_told
             WHERE answer = ?
            """;
    private static final String ANY = """
            SELECT count(*)
              FROM theme_told
             WHERE pid = ?
            """;
    private static final String LAST = """
            SELECT answer
              FROM theme_told
             WHERE pid = ?
             ORDER BY told_at DESC, answer DESC
             LIMIT 1
            """;
    private static final String JUDGE = """
            UPDATE theme_told
               SET fits = ?
             WHERE answer = ? AND pid = ?
            """;
    private static final String COUNT = """
            SELECT count(*), coalesce(sum(fits), 0), count(fits)
              FROM theme_told
             WHERE answer = ?
            """;
    private static final String ERASE = """
            DELETE FROM theme_told
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM theme_told
             WHERE told_at < ?
            """;

    /// Notes that somebody is told; false when they were told before.
    boolean tell(Tx tx, long answer, Pseudonym person, Instant now) {
        return tx.run(TELL, answer, person.bytes(), now.toEpochMilli()) == 1;
    }

    /// Who was told an answer.
    Set<Pseudonym> told(Tx tx, long answer) {
        return tx.all(TOLD, row -> Pseudonym.of(row.bytes(1)), answer).stream().collect(Collectors.toSet());
    }

    /// Whether a resident was ever told one.
    public boolean any(Tx tx, Pseudonym person) {
        return tx.number(ANY, person.bytes()) > 0;
    }

    /// Notes whether an answer meets the point of somebody who was told it; the last they were told when no
    /// number says which. A later word replaces an earlier one. Nothing happens when they were not told it.
    public void judge(Tx tx, Pseudonym person, OptionalLong answer, boolean fits) {
        var which = answer.isPresent()
                ? answer
                : tx.first(LAST, row -> OptionalLong.of(row.number(1)), person.bytes())
                        .orElse(OptionalLong.empty());
        if (which.isPresent()) {
            tx.run(JUDGE, fits ? 1 : 0, which.getAsLong(), person.bytes());
        }
    }

    /// How many were told an answer, and what they said of it: true numbers, for rounding.
    record Counts(int told, int fits, int judged) {}

    Counts count(Tx tx, long answer) {
        return tx.first(COUNT, row -> new Counts(row.integer(1), row.integer(2), row.integer(3)), answer)
                .orElse(new Counts(0, 0, 0));
    }

    /// Forgets that a resident was told anything; gives back how many rows went. What is published stays.
    public int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    /// Forgets who was told before a moment; gives back how many rows went (contracts.md P14).
    public int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }
}
