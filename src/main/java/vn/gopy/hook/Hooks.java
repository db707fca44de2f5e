package vn.gopy.hook;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.outbox.SqlDeadNotices;
import vn.gopy.outbox.SqlDeadNotices.DeadNotice;

/// Tells other systems what happened here.
public final class Hooks {
    /// So many given-up events go out again at once: few enough to crowd out nothing else (contracts.md W7).
    public static final int TOGETHER = 1_000;

    private final HookSettings settings;
    private final NoticeBook notices;
    private final SqlEndpointBook book = new SqlEndpointBook();
    private final SqlDeadNotices dead = new SqlDeadNotices();
    private final Database database;
    private final InstantSource clock;

    public Hooks(HookSettings settings, NoticeBook notices, Database database, InstantSource clock) {
        this.settings = settings;
        this.notices = notices;
        this.database = database;
        this.clock = clock;
    }

    /// Writes one notice for each endpoint that wants this event, in the caller's transaction. A disabled
    /// endpoint gets its notices too: they are given up at once and wait until somebody has them sent again
    /// ([#again]).
    public void announce(Tx tx, Event event) {
        var id = newId();
        var body = EventBody.of(event, clock.instant());
        settings.endpoints().stream().filter(endpoint -> endpoint.events().contains(event.type()))
                .forEach(endpoint -> notices.put(tx, endpoint.name(), id, body));
    }

    /// Sends `webhook.test` to one endpoint, whatever it subscribes to, and gives back the event's id. Throws
    /// [IllegalArgumentException] when the settings have no such endpoint, or it is disabled.
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
    /// [IllegalArgumentException] when the settings have none such.
    public long enable(String endpoint) {
        var found = known(endpoint);
        return database.ledger().commit(tx -> {
            book.enable(tx, found.name());
            return dead.count(tx, found.name());
        });
    }

    /// The events for an endpoint that were given up, oldest first. Throws [IllegalArgumentException] when the
    /// settings have none such.
    public List<DeadNotice> dead(String endpoint) {
        var found = known(endpoint);
        return database.read(tx -> dead.all(tx, found.name()));
    }

    /// Sends given-up events again under their own ids, those named or all, the oldest [#TOGETHER] of them; a
    /// disabled endpoint is enabled. Gives back how many. Throws [IllegalArgumentException] when the settings
    /// have none such.
    public int again(String endpoint, Set<String> eventIds) {
        var found = known(endpoint);
        return database.ledger().commit(tx -> {
            var notices = dead.all(tx, found.name()).stream()
                    .filter(notice -> eventIds.isEmpty() || eventIds.contains(notice.eventId()))
                    .limit(TOGETHER)
                    .toList();
            notices.forEach(notice -> dead.again(tx, notice, clock.instant()));
            book.enable(tx, found.name());
            return notices.size();
        });
    }

    private Endpoint known(String name) {
        return settings.find(name)
                .orElseThrow(() -> new IllegalArgumentException("the settings name no endpoint " + name));
    }

    /// Without a full stop, as the signed text wants it.
    private static String newId() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }
}
