package vn.gopy.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.metrics.Metrics;
import vn.gopy.vault.Pseudonym;

/// Takes parcels out of the outbox and has them carried: in order within an address, fairly between
/// addresses, at the channel's pace.
///
/// Parcels just committed are handed over in memory. When too many wait, the rest stay on the disk alone and
/// are fetched when there is room ([#sweep]).
public final class Postman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int ROOM = 5_000;
    private static final int FETCH = 1_000;
    private static final int LANE = 32;

    private final Outbox outbox;
    private final Walk walk;
    private final Metrics metrics;
    private final Map<Object, Line> lines = new ConcurrentHashMap<>();
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private final Semaphore lane = new Semaphore(LANE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final Backlog backlog = new Backlog();
    private final ReadWriteLock entrance = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /// The postman of an outbox. `rounds` holds the channels by name, their pace and the carrier of notices.
    public Postman(Outbox outbox, Rounds rounds, InstantSource clock, Metrics metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
        walk = new Walk(outbox, rounds, clock, metrics, held::remove);
        metrics.gauge("gopy_postman_held", this::held);
    }

    /// Takes parcels that were just committed.
    public void hand(List<? extends Parcel> parcels) {
        entrance.readLock().lock();
        try {
            parcels.forEach(this::hand);
        } finally {
            entrance.readLock().unlock();
        }
    }

    private void hand(Parcel parcel) {
        if (parcel.id() < 0) {
            now((Parcel.Letter) parcel);
        } else if (backlog.waits() || held.size() >= ROOM) {
            backlog.leave();
        } else if (!backlog.mayHold(parcel.id()) || outbox.holds(parcel.id())) {
            var now = clock.instant();
            join(new Errand(parcel, now, now));
        }
    }

    private void join(Errand errand) {
        if (held.add(errand.parcel().id())) {
            queue(errand);
        }
    }

    /// Parcels were committed that nobody hands over, such as notices: the next sweep fetches them.
    public void lookAgain() {
        backlog.leave();
    }

    /// Somebody can be reached again, such as a browser that came back: their letters are tried at once.
    public void wake(Pseudonym person) {
        var line = lines.get(person);
        if (line != null) {
            line.nudge();
        }
    }

    /// Fetches parcels that are on the disk alone, as long as there is room; called again and again. Once
    /// nearly all are fetched, the entrance is shut for the moment of the last look, and from then on letters
    /// are handed over in memory again: nobody's letters change their order.
    public void sweep() {
        walk.removeStuck();
        if (backlog.waits() && held.size() <= ROOM / 2 && fetchedAll()) {
            entrance.writeLock().lock();
            try {
                long last = outbox.lastId();
                if (fetchedAll()) {
                    backlog.fetchedUpTo(last);
                }
            } finally {
                entrance.writeLock().unlock();
            }
        }
    }

    /// True when nothing is left on the disk that is not held; false when there was no room for all.
    private boolean fetchedAll() {
        long after = 0;
        while (held.size() < ROOM && !closed) {
            var haul = outbox.haul(after, FETCH, held::contains);
            fetched(haul, after);
            after = haul.last();
            if (!haul.full()) {
                return true;
            }
        }
        return false;
    }

    /// Between the look at the disk and now a parcel may have been carried. Then it is gone from the disk,
    /// because it is removed there before it is let go here; so a second look decides.
    private void fetched(Outbox.Haul haul, long after) {
        var mine = haul.due().stream().filter(due -> held.add(due.id())).toList();
        var there = mine.isEmpty() ? Set.<Long>of() : outbox.stillThere(after, haul.last());
        for (var due : mine) {
            if (there.contains(due.id())) {
                due.errand().ifPresentOrElse(this::queue, () -> drop(due.id()));
            } else {
                held.remove(due.id());
            }
        }
    }

    /// There is nobody left to carry it to.
    private void drop(long id) {
        outbox.done(id);
        held.remove(id);
    }

    private void queue(Errand errand) {
        var key = key(errand.parcel());
        var line = lines.computeIfAbsent(key, _ -> new Line());
        while (!line.join(errand)) {
            lines.remove(key, line);
            line = lines.computeIfAbsent(key, _ -> new Line());
        }
        start(key, line);
    }

    private void start(Object key, Line line) {
        var thread = Thread.ofVirtual().name("line").unstarted(() -> along(key, line));
        if (line.walk(thread)) {
            thread.start();
        }
    }

    private void along(Object key, Line line) {
        for (var errand = line.next(); errand != null && !closed; errand = line.next()) {
            carry(errand, line);
        }
        lines.remove(key, line);
    }

    private void carry(Errand errand, Line line) {
        long id = errand.parcel().id();
        var end = Walk.End.STAYS;
        try {
            end = walk.carry(errand, () -> closed, line::takeNudge);
            if (end == Walk.End.UNREACHABLE) {
                line.clear().forEach(this::dropUnlessKept);
            }
        } catch (RuntimeException fault) { // one parcel must not stop the line
            LOG.atError().setCause(fault).addKeyValue("parcel", id).log("could not carry a parcel");
            metrics.count("gopy_postman_faults_total");
            backlog.leave();
        } finally {
            if (end != Walk.End.LEAVING) {
                held.remove(id);
            }
        }
    }

    /// The letters behind one that could not reach its resident were dropped with it on the disk; those put
    /// there since were not, and take their turn.
    private void dropUnlessKept(Errand errand) {
        if (outbox.holds(errand.parcel().id())) {
            queue(errand);
        } else {
            held.remove(errand.parcel().id());
        }
    }

    /// Answers to pressed buttons go on a lane of their own, once, and failures are ignored (T11). So do words in
    /// a group, those that do not have to wait.
    private void now(Parcel.Letter letter) {
        if (!walk.mayGo(letter)) {
            metrics.count("gopy_group_words_unsaid_total");
            return;
        }
        threads.execute(() -> {
            lane.acquireUninterruptibly();
            try {
                walk.once(letter);
            } finally {
                lane.release();
            }
        });
    }

    private static Object key(Parcel parcel) {
        return switch (parcel) {
            case Parcel.Letter letter -> letter.person();
            case Parcel.Notice notice -> notice.endpoint();
        };
    }

    /// How many parcels are in memory now.
    public int held() {
        return held.size();
    }

    /// How many parcels wait, for those who put many letters and only while few wait: as many as there is room for
    /// while some may lie on the disk alone, because whoever writes then would be answered after all of these.
    public int waiting() {
        return backlog.waits() ? ROOM : held();
    }

    /// Stops taking parcels out; those under way are finished within the time given, the others stay on the
    /// disk.
    public void close(Duration patience) {
        closed = true;
        lines.values().forEach(Line::nudge);
        walk.drain(patience);
        threads.close();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
