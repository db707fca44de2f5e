package vn.gopy.forum;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.gopy.answer.Gathering;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.vault.Person;
import vn.gopy.vault.Vault;

/// What residents and readers may know of sessions.
public final class ForumBook {
    private static final int LISTED = 200;

    private final Database database;
    private final InstantSource clock;
    private final SqlForums forums = new SqlForums();
    private final SqlForumGroups groups = new SqlForumGroups();

    public ForumBook(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A session, and what somebody asked in it.
    public record Known(Forum forum, List<String> own) {
        public Known {
            own = List.copyOf(own);
        }
    }

    /// Those that are open, and those in which a question of theirs is kept.
    public static List<Known> of(Tx tx, Vault vault, Person person, Instant now) {
        var questions = new SqlForumQuestions(vault);
        return new SqlForums().known(tx, person.pid().bytes(), now).stream()
                .map(forum -> new Known(forum, questions.own(tx, forum.id(), person))).toList();
    }

    /// A session with its groups; none before it is gathered.
    public record File(Forum forum, List<ForumGroup> groups) {
        public File {
            groups = List.copyOf(groups);
        }

        /// Those that stand for like questions, the groups of most persons first.
        public List<ForumGroup> alike() {
            return groups.stream().filter(group -> !group.isEverybody()).toList();
        }

        /// The answers that are public, the one to everybody first.
        public List<ForumGroup> answered() {
            return groups.stream().filter(ForumGroup::isAnswered).toList();
        }
    }

    /// Those that everybody may know of: open ones, those to open, and those that were held; the newest first.
    public List<File> held() {
        return database.read(tx -> forums.newest(tx, LISTED).stream()
                .filter(forum -> forum.state() == Forum.State.APPROVED)
                .map(forum -> new File(forum, groups.of(tx, forum.id()))).toList());
    }

    /// Groups the questions of sessions that closed a minute ago or earlier, each once: whoever was sending when it
    /// closed is among them. For one thread, every few seconds.
    public void gather(Vault vault, Gathering gathering) {
        var questions = new SqlForumQuestions(vault);
        var before = clock.instant().minusSeconds(60);
        var due = database.read(tx -> forums.toGather(tx, before));
        while (due.isPresent()) {
            gather(due.get(), questions, gathering);
            due = database.read(tx -> forums.toGather(tx, before));
        }
    }

    private void gather(Forum forum, SqlForumQuestions questions, Gathering gathering) {
        var all = database.read(tx -> questions.all(tx, forum.id()));
        var shown = gathering.of(all.stream().map(SqlForumQuestions.Numbered::asked).toList());
        database.ledger().commit(tx -> {
            if (forums.gathered(tx, forum.id(), clock.instant())) {
                groups.add(tx, new SqlForumGroups.Fresh(forum.id(), ForumGroup.EVERYBODY, "",
                        Optional.empty(), OptionalInt.empty()));
                IntStream.range(0, shown.size())
                        .forEach(place -> add(tx, forum, shown.get(place), place + 1));
                all.forEach(one -> IntStream.range(0, shown.size())
                        .filter(place -> shown.get(place).questions().contains(one.asked()))
                        .forEach(place -> questions.assign(tx, one.id(), place + 1)));
            }
            return shown.size();
        });
    }

    private void add(Tx tx, Forum forum, Gathering.Shown group, int number) {
        groups.add(tx, new SqlForumGroups.Fresh(forum.id(), number, group.words(), group.topic(),
                OptionalInt.of(group.persons())));
    }
}
