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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.metrics.Metrics;
import vn.gopy.vault.Pseudonym;

/// Takes parcels out of the outbox and has them carried: in order within an address, fairly between
/// addresses, at the
/// channel's pace.
///
/// Parcels just committed are handed over in memory. When too many wait, the rest stay on the disk alone and
/// are
/// fetched when there is room ([#sweep]).
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
    private final Backlog backlog;
    private final Semaphore lane = new Semaphore(LANE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;
    private long horizon;

    /// The postman of an outbox. `rounds` holds the channels by name, their pace and the carrier of notices.
    public Postman(Outbox outbox, Rounds rounds, InstantSource clock, Metrics metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
        walk = new Walk(outbox, rounds, clock, metrics);
        horizon = outbox.lastId();
        backlog = new Backlog(horizon);
        metrics.gauge("gopy_postman_held", held::size);
    }

    /// Takes parcels that were just committed.
    public void hand(List<? extends Parcel> parcels) {
        parcels.forEach(parcel -> {
            if (parcel.id() < 0) {
                now((Parcel.Letter) parcel);
            } else if (backlog.waits() || held.size() >= ROOM) {
                backlog.leave(parcel.id());
            } else {
                join(parcel);
            }
        });
    }

    /// Parcels were committed that nobody hands over, such as notices: the next two sweeps fetch them.
    public void lookAgain() {
        backlog.leave(outbox.lastId());
    }

    /// Somebody can be reached again, such as a browser that came back: their letters are tried at once.
    public void wake(Pseudonym person) {
        var line = lines.get(person);
        if (line != null) {
            line.wake();
        }
    }

    /// Fetches parcels that are on the disk alone; called every second. It takes only numbers given before
    /// the last
    /// call, whose transactions have ended.
    public void sweep() {
        if (!backlog.waits() || held.size() > ROOM / 2) {
            horizon = outbox.lastId();
            return;
        }
        backlog.sweep();
        long after = 0;
        boolean more = true;
        while (more && held.size() < ROOM && !closed) {
            var due = outbox.due(new SqlParcels.Span(after, horizon, FETCH));
            due.forEach(this::fetched);
            more = due.size() == FETCH;
            after = more ? due.getLast().id() : after;
        }
        backlog.fetchedUpTo(more ? after : horizon);
        horizon = outbox.lastId();
    }

    private void fetched(Outbox.Due due) {
        due.parcel().ifPresentOrElse(this::fetched, () -> outbox.done(due.id()));
    }

    /// Between the look at the disk and now the parcel may have been carried. Then it is gone from the disk,
    /// because
    /// it is removed there before it is let go here; so a second look decides.
    private void fetched(Parcel parcel) {
        if (!held.add(parcel.id())) {
            return;
        }
        if (outbox.holds(parcel.id())) {
            queue(parcel);
        } else {
            held.remove(parcel.id());
        }
    }

    private void join(Parcel parcel) {
        if (held.add(parcel.id())) {
            queue(parcel);
        }
    }

    private void queue(Parcel parcel) {
        var key = key(parcel);
        var line = lines.computeIfAbsent(key, _ -> new Line());
        while (!line.join(parcel)) {
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
        for (var parcel = line.next(); parcel != null && !closed; parcel = line.next()) {
            try {
                if (walk.carry(parcel, () -> closed) == Walk.End.UNREACHABLE) {
                    line.clear().forEach(dropped -> held.remove(dropped.id()));
                }
            } catch (RuntimeException fault) {
                LOG.atError().setCause(fault).addKeyValue("parcel", parcel.id())
                        .log("could not carry a parcel");
                metrics.count("gopy_postman_faults_total");
                backlog.putBack();
            } finally {
                held.remove(parcel.id());
            }
        }
        lines.remove(key, line);
    }

    /// Answers to pressed buttons go on a lane of their own, once, and failures are ignored (T11).
    private void now(Parcel.Letter letter) {
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

    /// Stops taking parcels out; those under way are finished within the time given, the others stay on the
    /// disk.
    public void close(Duration patience) {
        closed = true;
        lines.values().forEach(Line::wake);
        walk.drain(patience);
        threads.close();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
