package vn.gopy.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;
import vn.gopy.db.Database;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.hook.Event;
import vn.gopy.hook.HookCarrier;
import vn.gopy.hook.HookSettings;
import vn.gopy.hook.Hooks;
import vn.gopy.metrics.Metrics;
import vn.gopy.outbox.Outbox;
import vn.gopy.place.Gazetteer;
import vn.gopy.reception.Files;
import vn.gopy.reception.Flood;
import vn.gopy.reception.House;
import vn.gopy.reception.Keeping;
import vn.gopy.release.Borders;
import vn.gopy.release.Charter;
import vn.gopy.release.Release;
import vn.gopy.release.ReleaseBuilder;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Releases;
import vn.gopy.vault.Keys;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.WireSettings;

/// The parts that every command needs and that open no door: data, vault, outbox, files, releases, hooks.
record Ground(Settings settings, DataFolder folder, InstantSource clock, Metrics metrics, Database database,
        Vault vault, Outbox outbox, Files files, Gazetteer gazetteer, Releases releases,
        ReleaseBuilder builder,
        Hooks hooks, HookCarrier carrier, GuardedClient client) implements AutoCloseable {

    /// Opens the data folder, which must be locked by this process.
    static Ground open(Settings settings, DataFolder folder, InstantSource clock) {
        return open(settings, folder, clock, Gazetteer.open(settings.text("province")));
    }

    /// The same over units that are read already.
    static Ground open(Settings settings, DataFolder folder, InstantSource clock, Gazetteer gazetteer) {
        var metrics = new Metrics();
        var vault = new Vault(folder.isNew() ? Keys.in(folder.keys()) : Keys.of(folder.keys()));
        var database = opened(settings, folder, vault);
        var outbox = Outbox.open(database, vault);
        var house = new House(database, vault, outbox, Keeping.from(settings), Flood.from(settings),
                DialogueSettings.from(settings).consentVersion(), clock, metrics);
        var client = new GuardedClient(WireSettings.from(settings), Resolver.ofMachine(), clock);
        var endpoints = HookSettings.from(settings);
        var hooks = new Hooks(endpoints,
                (tx, endpoint, eventId, body) -> outbox.put(tx, endpoint, eventId, body, clock.instant()),
                database, clock);
        var releases = Releases.open(database);
        var publicUrl = settings.text("public-url");
        var charter = new Charter(Borders.of(gazetteer), ReleaseSettings.from(settings),
                (tx, release) -> published(release, publicUrl).forEach(event -> hooks.announce(tx, event)));
        return new Ground(settings, folder, clock, metrics, database, vault, outbox, new Files(house),
                gazetteer,
                releases, new ReleaseBuilder(database, releases, charter), hooks,
                new HookCarrier(endpoints, client, database, clock, ThreadLocalRandom.current()), client);
    }

    private static Database opened(Settings settings, DataFolder folder, Vault vault) {
        var database = Database.open(folder.database(), settings.number("turns-per-commit", 1, 4096));
        if (!database.read(new SqlPeople(vault)::canBeOpened)) {
            database.close();
            throw new SettingsException("keys", folder.keys() + " does not belong to " + folder.database()
                    + ": put back the keys that were there when it was written");
        }
        return database;
    }

    /// One event for each period that a release closes.
    private static List<Event> published(Release release, String publicUrl) {
        return release.periods().stream()
                .<Event>map(period -> new Event.ReleasePublished(release.id(), period.code(),
                        release.hash(), Map.of("page", publicUrl + "/figures?period=" + period.code(),
                                "json", publicUrl + "/api/v1/releases/" + release.id())))
                .toList();
    }

    /// The office of a house without a postman: notices wait for the next start.
    Office office() {
        return office(() -> {});
    }

    Office office(Runnable noticesPut) {
        return new Office(new Office.Desk(database, files, builder, new Backups(folder), hooks,
                Keeping.from(settings).backup(), noticesPut), clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
