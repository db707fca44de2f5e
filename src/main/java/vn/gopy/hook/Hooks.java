package vn.gopy.hook;

import java.time.InstantSource;
import java.util.UUID;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;

/// Tells other systems what happened here.
public final class Hooks {
    private final HookSettings settings;
    private final NoticeBook notices;
    private final SqlEndpointBook book;
    private final Database database;
    private final InstantSource clock;

    public Hooks(HookSettings settings, NoticeBook notices, Database database, InstantSource clock) {
        this.settings = settings;
        this.notices = notices;
        this.database = database;
        this.clock = clock;
        book = new SqlEndpointBook();
    }

    /// Writes one notice for each endpoint that wants this event, in the caller's transaction. A disabled
    /// endpoint gets its notices too: they wait among the dead letters until somebody enables it and has them
    /// sent again.
    public void announce(Tx tx, Event event) {
        var id = newId();
        var body = EventBody.of(event, clock.instant());
        settings.endpoints().stream().filter(endpoint -> endpoint.events().contains(event.type()))
                .forEach(endpoint -> notices.put(tx, endpoint.name(), id, body));
    }

    /// Sends `webhook.test` to one endpoint, whatever it subscribes to, and gives back the event's id. Throws
    /// [IllegalArgumentException] when the settings have no such endpoint.
    public String test(String endpoint) {
        var found = known(endpoint);
        var id = newId();
        var body = EventBody.of(new Event.WebhookTest(found.name()), clock.instant());
        return database.ledger().commit(tx -> {
            notices.put(tx, found.name(), id, body);
            return id;
        });
    }

    /// Lets a disabled endpoint have events again. Throws [IllegalArgumentException] when the settings have
    /// none such.
    public void enable(String endpoint) {
        var found = known(endpoint);
        database.ledger().commit(tx -> book.enable(tx, found.name()));
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
