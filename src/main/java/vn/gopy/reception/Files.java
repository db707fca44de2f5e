package vn.gopy.reception;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import vn.gopy.answer.SqlAnnouncementTold;
import vn.gopy.answer.SqlQuestions;
import vn.gopy.answer.SqlThemeTold;
import vn.gopy.chat.Address;
import vn.gopy.db.Database;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Tx;
import vn.gopy.feedback.SqlConsents;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.feedback.SqlFollows;
import vn.gopy.forum.SqlForumQuestions;
import vn.gopy.outbox.Outbox;
import vn.gopy.poll.SqlGroupPolls;
import vn.gopy.poll.SqlPollAnswers;
import vn.gopy.request.SqlRequests;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// The residents' files and what an operator's command may do to them.
public final class Files {
    /// So many go at once at most: the writer has others to serve.
    private static final int LIKENESSES = 50_000;

    final House house;
    final Sessions sessions;
    final Books books;
    final OneByOne oneByOne = new OneByOne();
    private final Database database;
    private final Vault vault;
    private final Outbox outbox;
    private final Keeping keeping;
    private final SqlPeople people;
    private final Recorder recorder;
    private final SqlHeard heard;
    private final SqlSessions table;
    private final SqlFeedbackBook book;
    private final SqlQuestions questions;
    private final SqlThemeTold told = new SqlThemeTold();
    private final SqlConsents consents = new SqlConsents();
    private final SqlScrub scrubs = new SqlScrub();

    public Files(House house) {
        this.house = house;
        database = house.database();
        vault = house.vault();
        outbox = house.outbox();
        keeping = house.keeping();
        sessions = new Sessions(database, vault, house.consentVersion(), house.clock());
        books = new Books(database, vault, outbox, keeping);
        people = new SqlPeople(vault);
        recorder = new Recorder(vault, outbox);
        heard = new SqlHeard(database, vault);
        table = new SqlSessions(vault);
        book = new SqlFeedbackBook(vault);
        questions = new SqlQuestions(vault);
        house.metrics().gauges(this::counted);
    }

    private Map<String, Long> counted() {
        try {
            return database.read(new SqlCounters()::totals);
        } catch (DatabaseException _) { // the other metrics tell of it
            return Map.of();
        }
    }

    /// Has the data file scrubbed if somebody was erased since it last was (contracts.md P6). `work` tells
    /// whether it did all of it; if not, or if it throws, the duty stays. True when none is left.
    public boolean scrub(BooleanSupplier work) {
        var due = database.read(scrubs::due);
        if (due.isEmpty()) {
            return true;
        }
        if (!work.getAsBoolean()) {
            return false;
        }
        database.ledger().commit(tx -> scrubs.done(tx, due.get()));
        return true;
    }

    /// Erases whoever has this address, between two of their turns; false when nothing is kept of them. The
    /// data file must be scrubbed afterwards.
    public boolean erase(Address address, Instant now) {
        var pid = pseudonym(address);
        return oneByOne.take(address, () -> {
            boolean known = database.ledger().commit(tx -> recorder.erase(tx, pid, now));
            sessions.forget(pid);
            return known;
        });
    }

    /// Drops what is kept longer than the settings allow; gives back how many rows of each kind went
    /// (contracts.md P14). With `dryRun` it only counts: the changes are undone.
    public Map<String, Integer> retain(Instant now, boolean dryRun) {
        try {
            return database.ledger().commit(tx -> counted(retain(tx, now), dryRun));
        } catch (DryRun counted) {
            return counted.rows;
        } finally {
            sessions.forgetAll();
        }
    }

    private Map<String, Integer> retain(Tx tx, Instant now) {
        var gone = new LinkedHashMap<String, Integer>();
        gone.put("sessions", table.forget(tx, now));
        gone.put("opinions", book.forget(tx, now.minus(keeping.opinion())));
        gone.put("marks of like texts",
                SqlFeedbackBook.forgetLikenesses(tx, now.minus(keeping.likeness()), LIKENESSES));
        gone.put("questions", questions.forget(tx, now.minus(keeping.question())));
        gone.put("requests", new SqlRequests(vault).forget(tx, now.minus(keeping.request())));
        gone.put("answers told", told.forget(tx, now.minus(keeping.opinion())));
        gone.put("wishes for announcements", new SqlFollows().forget(tx, now.minus(keeping.opinion())));
        gone.put("polls in groups", new SqlGroupPolls().forget(tx, now.minus(keeping.opinion())));
        gone.put("announcements told",
                new SqlAnnouncementTold().forget(tx, now.minus(keeping.opinion())));
        gone.put("answers to polls", new SqlPollAnswers().forget(tx, now.minus(keeping.opinion())));
        gone.put("questions to sessions",
                new SqlForumQuestions(vault).forget(tx, now.minus(keeping.question())));
        gone.put("addresses", people.forgetAddresses(tx, now));
        gone.put("delivery keys", heard.forgetUpdates(tx, now.minus(keeping.heard())));
        gone.put("parked notes", heard.forgetParked(tx, now.minus(keeping.parked())));
        gone.put("dead letters", outbox.forgetDead(tx, now.minus(keeping.dead())));
        gone.put("residents without anything kept", forgetEmpty(tx));
        gone.put("consents of residents gone", consents.forget(tx));
        gone.put("marks of messages", outbox.forgetAnchors(tx, now));
        return gone;
    }

    /// Their keys must go from beside the backups too.
    private int forgetEmpty(Tx tx) {
        int gone = people.forgetEmpty(tx);
        if (gone > 0) {
            scrubs.ask(tx);
        }
        return gone;
    }

    private static Map<String, Integer> counted(Map<String, Integer> rows, boolean dryRun) {
        if (dryRun) {
            throw new DryRun(rows);
        }
        return rows;
    }

    /// The pseudonym of an address.
    public Pseudonym pseudonym(Address address) {
        return vault.pseudonym(address.channel(), address.id());
    }

    private static final class DryRun extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, Integer> rows;

        DryRun(Map<String, Integer> rows) {
            super("a dry run", null, false, false);
            this.rows = rows;
        }
    }
}
