package vn.gopy.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.chat.Totals;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.vault.Pseudonym;

/// Polls in groups: where each is as long as it is open there, and how many chose each option.
public final class SqlGroupPolls {
    /// Telegram brings no update again after a day: a smaller number after that means that it counts anew
    /// (contracts.md, finding 3).
    private static final Duration AGAIN = Duration.ofHours(24);

    private static final String POST = """
            INSERT INTO group_poll (poll, state, place, parcel, voters, posted_at)
            SELECT id, 'posting', ?, ?, ?, ?
              FROM poll
             WHERE id = ? AND state = 'open' AND ends_at > ?
                ON CONFLICT DO NOTHING
            """;
    private static final String POSTED = """
            UPDATE group_poll
               SET state = 'open', parcel = NULL, peer = ?, message = ?
             WHERE parcel = ? AND state = 'posting'
            """;
    private static final String COUNT = """
            UPDATE group_poll
               SET voters = ?, counted = ?, counted_at = ?
             WHERE peer = ? AND length(voters) - length(replace(voters, char(10), '')) = ?
               AND (counted IS NULL OR counted < ? OR counted_at <= ?)
            """;
    private static final String STOPPING = """
            UPDATE group_poll
               SET state = 'stopping', parcel = ?
             WHERE id = ? AND state = 'open'
            """;
    private static final String COUNT_LAST = """
            UPDATE group_poll
               SET voters = ?
             WHERE parcel = ? AND state = 'stopping'
               AND length(voters) - length(replace(voters, char(10), '')) = ?
            """;
    private static final String COUNTED_LAST = """
            UPDATE group_poll
               SET peer = NULL
             WHERE parcel = ? AND state = 'stopping'
            """;
    private static final String GIVEN_UP = """
            DELETE FROM group_poll
             WHERE id = ? AND state = 'posting'
            """;
    private static final String STOPPED = """
            UPDATE group_poll
               SET state = 'stopped', place = NULL, parcel = NULL, peer = NULL, message = NULL, counted = NULL,
                   counted_at = NULL, posted_at = NULL
             WHERE id = ?
            """;
    private static final String PLACED = """
            SELECT poll
              FROM group_poll
             WHERE place = ?
            """;
    private static final String SINCE = """
            SELECT count(*)
              FROM group_poll
             WHERE place = ? AND posted_at > ?
            """;
    private static final String OVER = """
            SELECT group_poll.id, place, message
              FROM group_poll
              JOIN poll ON poll.id = group_poll.poll
             WHERE group_poll.state = 'open' AND poll.ends_at <= ?
             ORDER BY group_poll.id
             LIMIT ?
            """;
    private static final String LEFT = """
            SELECT id, place, message
              FROM group_poll
             WHERE (state IN ('posting', 'stopping')
                    AND NOT EXISTS (SELECT 1 FROM parcel WHERE parcel.id = group_poll.parcel))
                OR (state = 'open' AND NOT EXISTS (SELECT 1 FROM person WHERE person.pid = group_poll.place))
             ORDER BY id
            """;
    private static final String RESULTS = """
            SELECT state, voters
              FROM group_poll
             WHERE poll = ?
            """;
    private static final String FORGET = """
            DELETE FROM group_poll
             WHERE poll IN (SELECT id FROM poll WHERE ends_at < ?)
            """;

    /// A poll in a group that still holds it.
    ///
    /// @param message sealed; empty before it is posted
    record Placed(long id, Pseudonym place, Optional<byte[]> message) {}

    /// Notes that a letter posts a poll in a group; false when it is there already, or over.
    boolean post(Tx tx, Poll poll, Pseudonym place, long parcel, Instant now) {
        var none = Collections.nCopies(poll.content().vietnamese().options().size(), 0);
        return tx.run(POST, place.bytes(), parcel, lines(none), now.toEpochMilli(), poll.id(),
                now.toEpochMilli()) == 1;
    }

    /// It is there, and can be stopped by its message.
    void posted(Tx tx, long parcel, String peer, byte[] message) {
        tx.run(POSTED, peer, message, parcel);
    }

    /// It stands so. An older message than the last one changes nothing, though counts may fall: somebody may take
    /// their vote back.
    boolean count(Tx tx, Totals totals, long order, Instant now) {
        return tx.run(COUNT, lines(totals.voters()), order, now.toEpochMilli(), totals.poll(),
                totals.voters().size() - 1, order, now.minus(AGAIN).toEpochMilli()) == 1;
    }

    /// A letter stops it; false when it is not open.
    boolean stopping(Tx tx, Placed placed, long parcel) {
        return tx.run(STOPPING, parcel, placed.id()) == 1;
    }

    /// It was stopped, and stood so. No later message changes that.
    void countLast(Tx tx, long parcel, Totals totals) {
        tx.run(COUNT_LAST, lines(totals.voters()), parcel, totals.voters().size() - 1);
        tx.run(COUNTED_LAST, parcel);
    }

    /// Nothing more is to be done in a group. One that never got there is forgotten; of another the counts stay.
    void settled(Tx tx, Placed placed) {
        if (tx.run(GIVEN_UP, placed.id()) == 0) {
            tx.run(STOPPED, placed.id());
        }
    }

    /// The polls that a group holds.
    Set<Long> in(Tx tx, Pseudonym place) {
        return Set.copyOf(tx.all(PLACED, row -> row.number(1), place.bytes()));
    }

    /// How many it got since a moment.
    long since(Tx tx, Pseudonym place, Instant from) {
        return tx.number(SINCE, place.bytes(), from.toEpochMilli());
    }

    /// Those that are open in groups and over in the register.
    List<Placed> over(Tx tx, Instant now, int most) {
        return tx.all(OVER, SqlGroupPolls::read, now.toEpochMilli(), most);
    }

    /// Those whose letter is gone, or whose group was erased.
    List<Placed> left(Tx tx) {
        return tx.all(LEFT, SqlGroupPolls::read);
    }

    /// How many chose each option, in each group; empty as long as it is not stopped everywhere.
    List<List<Integer>> results(Tx tx, long poll) {
        var rows = tx.all(RESULTS, row -> new Result(row.text(1), voters(row.text(2))), poll);
        return rows.stream().allMatch(row -> row.state().equals("stopped"))
                ? rows.stream().map(Result::voters).toList()
                : List.of();
    }

    private record Result(String state, List<Integer> voters) {}

    /// Forgets those of polls that ended before a moment; gives back how many (contracts.md P14).
    public int forget(Tx tx, Instant endedBefore) {
        return tx.run(FORGET, endedBefore.toEpochMilli());
    }

    private static Placed read(Row row) {
        return new Placed(row.number(1), Pseudonym.of(row.bytes(2)), row.bytesOrNone(3));
    }

    private static String lines(List<Integer> voters) {
        return voters.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static List<Integer> voters(String lines) {
        var voters = new ArrayList<Integer>();
        lines.lines().forEach(line -> voters.add(Integer.valueOf(line)));
        return voters;
    }
}
