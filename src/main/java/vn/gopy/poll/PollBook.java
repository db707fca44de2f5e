package vn.gopy.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.release.Polls;
import vn.gopy.vault.Pseudonym;

/// What residents, readers and releases may know of polls.
public final class PollBook implements Polls {
    private static final int LISTED = 500;

    private final Database database;
    private final SqlPolls polls = new SqlPolls();
    private final SqlPollAnswers answers = new SqlPollAnswers();

    public PollBook(Database database) {
        this.database = database;
    }

    /// A poll, and what somebody chose.
    public record Known(Poll poll, OptionalInt chosen) {}

    /// Those that are open, and those of which an answer of theirs is kept.
    public static List<Known> of(Tx tx, Pseudonym person, Instant now) {
        var answers = new SqlPollAnswers();
        return new SqlPolls().known(tx, person.bytes(), now).stream()
                .map(poll -> new Known(poll, answers.chosen(tx, poll.id(), person))).toList();
    }

    /// All that were ever opened, by question, the newest first.
    public List<Poll> asked() {
        return database.read(tx -> polls.newest(tx, LISTED)).stream()
                .filter(poll -> poll.openedAt().isPresent()).toList();
    }

    @Override
    public Optional<Instant> first() {
        return database.read(polls::first);
    }

    @Override
    public List<Ended> ended(Instant from, Instant until) {
        return database.read(tx -> polls.ended(tx, from, until).stream()
                .map(poll -> new Ended(poll.id(), poll.content().area(), answers.count(tx, poll.id(),
                        poll.content().vietnamese().options().size())))
                .toList());
    }
}
