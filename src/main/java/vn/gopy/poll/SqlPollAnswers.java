package vn.gopy.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Consent;
import vn.gopy.vault.Pseudonym;

/// What residents answered to polls, one answer a person, each with its evidence (contracts.md P5).
public final class SqlPollAnswers {
    private static final String GIVE = """
            INSERT INTO poll_answer (poll, pid, choice, shown, version, text_hash, given_at, channel, evidence)
            SELECT poll.id, ?, ?, ?, ?, ?, ?, ?, ?
              FROM poll
             WHERE poll.id = ? AND poll.state = 'open' AND poll.ends_at > ?
                ON CONFLICT (poll, pid) DO UPDATE SET choice = excluded.choice, shown = excluded.shown,
                   version = excluded.version, text_hash = excluded.text_hash, given_at = excluded.given_at,
                   channel = excluded.channel, evidence = excluded.evidence
            """;
    private static final String CHOSEN = """
            SELECT choice
              FROM poll_answer
             WHERE poll = ? AND pid = ?
            """;
    private static final String WITHDRAW = """
            DELETE FROM poll_answer
             WHERE poll = ? AND pid = ?
            """;
    private static final String ERASE = """
            DELETE FROM poll_answer
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM poll_answer
             WHERE given_at < ?
            """;
    private static final String COUNT = """
            SELECT choice, count(*)
              FROM poll_answer
             WHERE poll = ?
             GROUP BY choice
            """;

    /// An answer.
    ///
    /// @param order the options in the order in which they were shown
    public record Answer(long poll, int choice, List<Integer> order) {
        public Answer {
            order = List.copyOf(order);
        }
    }

    /// Keeps an answer in place of an earlier one; false when the poll is over. `evidence` is a keyed mark of the
    /// message that gave it.
    public boolean give(Tx tx, Pseudonym person, Answer answer, Consent consent, byte[] evidence) {
        var shown = answer.order().stream().map(String::valueOf).collect(Collectors.joining());
        long now = consent.givenAt().toEpochMilli();
        return tx.run(GIVE, person.bytes(), answer.choice(), shown, consent.version(), consent.textHash(),
                now,
                consent.channel(), evidence, answer.poll(), now) == 1;
    }

    /// What somebody chose.
    OptionalInt chosen(Tx tx, long poll, Pseudonym person) {
        return tx.first(CHOSEN, row -> OptionalInt.of(row.integer(1)), poll, person.bytes())
                .orElse(OptionalInt.empty());
    }

    /// Takes one answer back; gives back how many rows went.
    public int withdraw(Tx tx, long poll, Pseudonym person) {
        return tx.run(WITHDRAW, poll, person.bytes());
    }

    /// Takes all answers of a resident back; gives back how many rows went.
    public int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    /// Forgets answers given before a moment; gives back how many (contracts.md P14).
    public int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }

    /// How many chose each of some options: true numbers, for releases alone.
    List<Integer> count(Tx tx, long poll, int options) {
        var persons = new ArrayList<>(Collections.nCopies(options, 0));
        tx.each(COUNT, row -> persons.set(row.integer(1), row.integer(2)), poll);
        return persons;
    }
}
