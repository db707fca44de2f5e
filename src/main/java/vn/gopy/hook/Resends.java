package vn.gopy.hook;

import java.time.Instant;
import java.util.Set;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.hook.SqlResends.Span;
import vn.gopy.outbox.SqlDeadNotices;
import vn.gopy.outbox.SqlDeadNotices.DeadNotice;

/// Has given-up events sent again under their own ids. However many there are, only [#TOGETHER] of an endpoint
/// wait in the outbox at once, so that they crowd out nothing else (contracts.md W7); the rest follows.
final class Resends {
    static final int TOGETHER = 100;

    private final SqlResends rows = new SqlResends();
    private final SqlDeadNotices dead = new SqlDeadNotices();
    private final Database database;

    Resends(Database database) {
        this.database = database;
    }

    /// Those named, at most [#TOGETHER]; gives back how many there were.
    int these(Tx tx, String endpoint, Set<String> eventIds, Instant now) {
        var notices = dead.all(tx, endpoint).stream()
                .filter(notice -> eventIds.contains(notice.eventId())).limit(TOGETHER).toList();
        notices.forEach(notice -> dead.again(tx, notice, now));
        return notices.size();
    }

    /// All that were given up from one moment to another; gives back how many.
    int between(Tx tx, Span span, Instant now) {
        int all = dead.count(tx, span.endpoint(), span.since(), span.until());
        if (all > 0) {
            rows.ask(tx, span);
            feed(tx, span, now);
        }
        return all;
    }

    /// Puts more of what was asked for where there is room; called again and again. True when anything was put.
    boolean feed(Instant now) {
        return !database.read(rows::all).isEmpty() && database.ledger().commit(tx -> {
            int put = 0;
            for (var span : rows.all(tx)) {
                put += feed(tx, span, now);
            }
            return put > 0;
        });
    }

    private int feed(Tx tx, Span span, Instant now) {
        int room = (int) Math.max(0, TOGETHER - dead.waiting(tx, span.endpoint()));
        var some = dead.between(tx, span.endpoint(), span.since(), span.until(), room);
        for (DeadNotice notice : some) {
            dead.again(tx, notice, now);
        }
        if (some.size() < room) {
            rows.done(tx, span.endpoint());
        }
        return some.size();
    }

    void drop(Tx tx, String endpoint) {
        rows.done(tx, endpoint);
        dead.drop(tx, endpoint);
    }
}
