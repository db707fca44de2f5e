package vn.gopy.reception;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.gopy.answer.SqlQuestions;
import vn.gopy.answer.SqlThemeTold;
import vn.gopy.chat.Address;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.dialogue.Followed;
import vn.gopy.dialogue.KnownForum;
import vn.gopy.dialogue.KnownPoll;
import vn.gopy.dialogue.NotedQuestion;
import vn.gopy.dialogue.Resident;
import vn.gopy.dialogue.Standing;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.SqlConsents;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.feedback.SqlFollows;
import vn.gopy.feedback.SqlHearConsents;
import vn.gopy.feedback.SqlQuoteConsents;
import vn.gopy.forum.ForumBook;
import vn.gopy.poll.Poll;
import vn.gopy.poll.PollBook;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// The residents' open files. Those used lately are kept in memory; the version in the table tells when one
/// is stale.
final class Sessions {
    private static final int IN_MEMORY = 20_000;

    private final Database database;
    private final Vault vault;
    private final SqlPeople people;
    private final SqlSessions table;
    private final SqlConsents consents = new SqlConsents();
    private final SqlFeedbackBook book;
    private final SqlQuestions questions;
    private final SqlQuoteConsents quotes;
    private final Requests requests;
    private final SqlHearConsents wishes = new SqlHearConsents();
    private final SqlThemeTold told = new SqlThemeTold();
    private final SqlFollows follows = new SqlFollows();
    private final String consentVersion;
    private final InstantSource clock;
    private final Cache<Pseudonym, Session> open = Caffeine.newBuilder().executor(Runnable::run)
            .maximumSize(IN_MEMORY).build();

    Sessions(Database database, Vault vault, String consentVersion, InstantSource clock) {
        this.clock = clock;
        this.database = database;
        this.vault = vault;
        people = new SqlPeople(vault);
        table = new SqlSessions(vault);
        book = new SqlFeedbackBook(vault);
        questions = new SqlQuestions(vault);
        quotes = new SqlQuoteConsents(vault);
        requests = new Requests(vault);
        this.consentVersion = consentVersion;
    }

    /// The file of whoever has this address, newly opened for a stranger.
    Session of(Address address, Instant now) {
        var pid = vault.pseudonym(address.channel(), address.id());
        var session = open.getIfPresent(pid);
        return session == null ? database.read(tx -> load(tx, pid, now)) : session;
    }

    private Session load(Tx tx, Pseudonym pid, Instant now) {
        return people.find(tx, pid).map(person -> load(tx, person, now)).orElseGet(() -> stranger(pid, now));
    }

    private Session load(Tx tx, Person person, Instant now) {
        var stored = table.find(tx, person, now);
        var standing = stored.map(SqlSessions.Stored::standing).orElseGet(() -> Standing.start(now));
        var resident = new Resident(consents.inForce(tx, person.pid(), consentVersion),
                book.count(tx, person.pid()), kept(person), seed(person.pid()), stored.isEmpty());
        return new Session(person, true, stored.map(SqlSessions.Stored::version).orElse(0), standing,
                stored.flatMap(SqlSessions.Stored::lasting), resident);
    }

    /// A file for whoever has this address that is not kept and knows nothing, as for a word in a group.
    Session stranger(Address address, Instant now) {
        return stranger(vault.pseudonym(address.channel(), address.id()), now);
    }

    private Session stranger(Pseudonym pid, Instant now) {
        var person = new Person(pid, vault.newKey(), Optional.empty(), Instant.EPOCH, true);
        var resident = new Resident(false, 0, kept(person), seed(pid), true);
        return new Session(person, false, 0, Standing.start(now), Optional.empty(), resident);
    }

    private Resident.Kept kept(Person person) {
        var pid = person.pid();
        return new Resident.Kept(() -> opinions(person), () -> questions(person),
                () -> database.read(tx -> quotes.count(tx, pid)),
                () -> database.read(tx -> requests.own(tx, person)),
                () -> database.read(tx -> wishes.count(tx, pid)),
                () -> database.read(tx -> told.any(tx, pid)),
                () -> database.read(tx -> follows.find(tx, pid))
                        .map(wish -> new Followed(wish.unit(), wish.topic())),
                () -> polls(pid), () -> forums(person));
    }

    private List<KnownPoll> polls(Pseudonym pid) {
        var now = clock.instant();
        return database.read(tx -> PollBook.of(tx, pid, now)).stream().map(known -> {
            var poll = known.poll();
            var content = poll.content();
            return new KnownPoll(poll.id(), content.area().unit(), wording(content.vietnamese()),
                    content.english().map(Sessions::wording), poll.endsAt(), poll.isOpen(now),
                    known.chosen());
        }).toList();
    }

    private List<KnownForum> forums(Person person) {
        var now = clock.instant();
        return database.read(tx -> ForumBook.of(tx, vault, person, now)).stream().map(known -> {
            var content = known.forum().content();
            return new KnownForum(known.forum().id(), content.area().unit(), content.vietnamese(),
                    content.english(), content.closesAt(), known.forum().isOpen(now), known.own());
        }).toList();
    }

    private static KnownPoll.Wording wording(Poll.Wording words) {
        return new KnownPoll.Wording(words.question(), words.options());
    }

    private List<Feedback> opinions(Person person) {
        return database.read(tx -> book.latest(tx, person, Resident.LATEST));
    }

    private List<NotedQuestion> questions(Person person) {
        return database.read(tx -> questions.latest(tx, person)).stream()
                .map(noted -> new NotedQuestion(noted.askedAt(), noted.text(), noted.language(),
                        noted.wishesToHear()))
                .toList();
    }

    private static long seed(Pseudonym pid) {
        return ByteBuffer.wrap(pid.bytes(), 1, Long.BYTES).getLong();
    }

    /// Remembers a file as it stands after a committed turn.
    void remember(Session session) {
        open.put(session.person().pid(), session);
    }

    /// Forgets a file in memory, so that it is read anew.
    void forget(Pseudonym pid) {
        open.invalidate(pid);
    }

    void forgetAll() {
        open.invalidateAll();
    }
}
