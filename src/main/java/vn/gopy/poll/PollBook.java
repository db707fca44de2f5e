package vn.gopy.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.release.Aside;
import vn.gopy.release.Period;
import vn.gopy.release.Polls;
import vn.gopy.release.Rule;
import vn.gopy.vault.Pseudonym;

/// What residents, readers and releases may know of polls.
public final class PollBook implements Polls {
    private static final int LISTED = 500;

    private final Database database;
    private final SqlPolls polls = new SqlPolls();
    private final SqlPollAnswers answers = new SqlPollAnswers();
    private final SqlGroupPolls groups = new SqlGroupPolls();
    /// What is shown of counts; those of stopped polls do not change.
    private final Map<Votes, Aside.Shown> shown = new ConcurrentHashMap<>();

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

    /// How groups answered a poll, once it is over and stopped in all of them; empty before, and when none got it.
    ///
    /// @param month with whose figures those of the poll are published
    public Optional<GroupFigures> inGroups(Poll poll, Rule rule, Period month, Instant now) {
        var each = poll.isOver(now)
                ? database.read(tx -> groups.results(tx, poll.id()))
                : List.<List<Integer>>of();
        if (each.isEmpty()) {
            return Optional.empty();
        }
        var sums = IntStream.range(0, each.getFirst().size())
                .mapToObj(choice -> each.stream().mapToInt(voters -> voters.get(choice)).sum()).toList();
        return Optional.of(new GroupFigures(each.size(),
                shown.computeIfAbsent(new Votes(rule, month, sums), Votes::shown)));
    }

    private record Votes(Rule rule, Period month, List<Integer> sums) {
        Aside.Shown shown() {
            return Aside.of(rule, month, sums);
        }
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
