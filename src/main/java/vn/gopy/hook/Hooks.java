package vn.gopy.hook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.hook.SqlResends.Span;
import vn.gopy.outbox.SqlDeadNotices;
import vn.gopy.outbox.SqlDeadNotices.DeadNotice;

/// Tells other systems what happened here.
public final class Hooks {
    /// How many given-up events of an endpoint wait in the outbox at once when all go out again: few enough to
    /// crowd out nothing else (contracts.md W7). The rest follows by itself ([#feed]).
    public static final int TOGETHER = Resends.TOGETHER;

    private final Endpoints endpoints;
    private final NoticeBook notices;
    private final SqlEndpointBook book = new SqlEndpointBook();
    private final SqlDeadNotices dead = new SqlDeadNotices();
    private final SqlDeliveries log = new SqlDeliveries();
    private final Resends resends;
    private final Database database;
    private final InstantSource clock;

    public Hooks(Endpoints endpoints, NoticeBook notices, Database database, InstantSource clock) {
        this.endpoints = endpoints;
        this.notices = notices;
        this.database = database;
        this.clock = clock;
        resends = new Resends(database);
    }

    /// A line of an endpoint's log.
    ///
    /// @param line its number: what comes later has a greater one
    public record Logged(long line, Attempt attempt) {}

    /// How an endpoint stands.
    ///
    /// @param fixed   whether the settings name it: then it is changed there alone
    /// @param host    what may be seen of its address
    /// @param old     until when events are signed with the secret before this one, too
    /// @param state   empty when it never failed
    /// @param waiting how many events wait in the outbox
    /// @param dead    how many were given up and can be sent again
    public record Standing(String name, boolean fixed, String host, Set<String> events,
            Optional<Instant> pausedAt, Optional<Instant> old, Optional<EndpointState> state, long waiting,
            long dead) {
        public Standing {
            events = Set.copyOf(events);
        }

        public Optional<Instant> disabledAt() {
            return state.flatMap(EndpointState::disabledAt);
        }
    }

    /// Writes one notice for each endpoint that wants this event, in the caller's transaction. A disabled or
    /// paused endpoint gets its notices too: they are given up at once and wait until it is there again.
    public void announce(Tx tx, Event event) {
        var id = newId();
        var body = EventBody.of(event, clock.instant());
        endpoints.wanting(tx, event.type()).forEach(endpoint -> notices.put(tx, endpoint, id, body));
    }

    /// Sends `webhook.test` to one endpoint, whatever it subscribes to, and gives back the event's id. Throws
    /// [IllegalArgumentException] when there is no such endpoint, or it is disabled.
    public String test(String endpoint) {
        var found = known(endpoint);
        if (database.read(tx -> book.find(tx, endpoint)).flatMap(EndpointState::disabledAt).isPresent()) {
            throw new IllegalArgumentException(
                    "the endpoint " + endpoint + " is disabled: enable it first with --enable");
        }
        var id = newId();
        var body = EventBody.of(new Event.WebhookTest(found.name()), clock.instant());
        return database.ledger().commit(tx -> {
            notices.put(tx, found.name(), id, body);
            return id;
        });
    }

    /// Lets a disabled endpoint have events again; gives back how many were given up and wait. Throws
    /// [IllegalArgumentException] when there is none such.
    public long enable(String endpoint) {
        return enable(endpoint, Witness.NONE);
    }

    /// The same under a witness.
    public long enable(String endpoint, Witness witness) {
        var found = known(endpoint);
        return database.ledger().commit(tx -> {
            book.enable(tx, found.name());
            witness.saw(tx, found.name() + " enabled");
            return dead.count(tx, found.name());
        });
    }

    /// The events for an endpoint that were given up, oldest first. Throws [IllegalArgumentException] when there
    /// is none such.
    public List<DeadNotice> dead(String endpoint) {
        var found = known(endpoint);
        return database.read(tx -> dead.all(tx, found.name()));
    }

    /// The oldest of them, at most so many.
    public List<DeadNotice> dead(String endpoint, int most) {
        return database.read(tx -> dead.between(tx, endpoint, Instant.EPOCH, later(clock.instant()), most));
    }

    /// Sends given-up events again under their own ids, those named or all; a disabled endpoint is enabled. Gives
    /// back how many. Throws [IllegalArgumentException] when there is none such.
    public int again(String endpoint, Set<String> eventIds) {
        return eventIds.isEmpty()
                ? again(endpoint, Instant.EPOCH, clock.instant(), Witness.NONE)
                : again(endpoint, eventIds, Witness.NONE);
    }

    /// Those named, under a witness.
    public int again(String endpoint, Set<String> eventIds, Witness witness) {
        var found = known(endpoint);
        return database.ledger().commit(tx -> {
            book.enable(tx, found.name());
            int sent = resends.these(tx, found.name(), eventIds, clock.instant());
            witness.saw(tx, found.name() + ' ' + sent);
            return sent;
        });
    }

    /// Those given up from one moment to another, both included, under a witness.
    public int again(String endpoint, Instant since, Instant until, Witness witness) {
        var found = known(endpoint);
        return database.ledger().commit(tx -> {
            book.enable(tx, found.name());
            int sent = again(tx, found.name(), since, until);
            witness.saw(tx, found.name() + ' ' + sent);
            return sent;
        });
    }

    /// What is given up anew is not sent a second time by the same wish, so it ends now at the latest.
    int again(Tx tx, String endpoint, Instant since, Instant until) {
        var now = clock.instant();
        return resends.between(tx, new Span(endpoint, since, later(until.isBefore(now) ? until : now)), now);
    }

    /// Puts more of what is to go out again where there is room; called again and again. True when the postman
    /// must look.
    public boolean feed() {
        return resends.feed(clock.instant());
    }

    private static Instant later(Instant moment) {
        return moment.plusMillis(1);
    }

    /// How every endpoint stands, by name.
    public List<Standing> standings() {
        return database.read(tx -> endpoints.names(tx).stream()
                .flatMap(name -> standing(tx, name).stream()).toList());
    }

    public Optional<Standing> standing(String endpoint) {
        return database.read(tx -> standing(tx, endpoint));
    }

    private Optional<Standing> standing(Tx tx, String name) {
        return endpoints.find(tx, name).map(endpoint -> {
            var managed = endpoints.managed(tx, name);
            var old = managed.flatMap(one -> one.secrets().bothUntil(clock.instant()));
            return new Standing(name, managed.isEmpty(), endpoint.host(), endpoint.events(),
                    managed.flatMap(Managed::pausedAt), old, book.find(tx, name), dead.waiting(tx, name),
                    dead.count(tx, name));
        });
    }

    /// The newest attempts of an endpoint, under a line of the log.
    public List<Logged> attempts(String endpoint, long before, int most) {
        return database.read(tx -> log.newest(tx, endpoint, before, most));
    }

    /// Drops attempts older than a moment, and secrets whose time beside a new one is over; gives back how many
    /// attempts. With `dryRun` it only counts.
    public int forget(Instant before, boolean dryRun) {
        return dryRun
                ? database.read(tx -> log.older(tx, before))
                : database.ledger().commit(tx -> {
                    SqlManagedEndpoints.forgetOver(tx, clock.instant());
                    return log.forget(tx, before);
                });
    }

    private Endpoint known(String name) {
        return database.read(tx -> endpoints.known(tx, name));
    }

    void drop(Tx tx, String endpoint) {
        resends.drop(tx, endpoint);
        log.drop(tx, endpoint);
        book.forget(tx, endpoint);
    }

    /// Without a full stop, as the signed text wants it.
    static String newId() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }
}
