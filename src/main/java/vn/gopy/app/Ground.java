package vn.gopy.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.concurrent.ThreadLocalRandom;
import vn.gopy.answer.AnnouncementLetter;
import vn.gopy.answer.Citations;
import vn.gopy.answer.ClaimBook;
import vn.gopy.answer.ThemeBook;
import vn.gopy.answer.ThemeLetter;
import vn.gopy.answer.Unanswered;
import vn.gopy.channel.webhook.BridgeSettings;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;
import vn.gopy.dashboard.Happening;
import vn.gopy.dashboard.HappeningFile;
import vn.gopy.db.Database;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.forum.ForumBook;
import vn.gopy.hook.BridgeDesk;
import vn.gopy.hook.EndpointDesk;
import vn.gopy.hook.Endpoints;
import vn.gopy.hook.HookCarrier;
import vn.gopy.hook.HookSettings;
import vn.gopy.hook.Hooks;
import vn.gopy.hook.Witness;
import vn.gopy.identity.NoProvider;
import vn.gopy.identity.OpenIdProvider;
import vn.gopy.identity.Provider;
import vn.gopy.identity.ProviderSettings;
import vn.gopy.metrics.Metrics;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Looks;
import vn.gopy.official.OfficialSettings;
import vn.gopy.official.Officials;
import vn.gopy.outbox.Outbox;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Answers;
import vn.gopy.poll.GroupBallot;
import vn.gopy.poll.GroupPolls;
import vn.gopy.poll.GroupReturns;
import vn.gopy.poll.PollBook;
import vn.gopy.quote.Quotes;
import vn.gopy.reception.Files;
import vn.gopy.reception.Flood;
import vn.gopy.reception.House;
import vn.gopy.reception.Keeping;
import vn.gopy.release.AlertBook;
import vn.gopy.release.Borders;
import vn.gopy.release.Charter;
import vn.gopy.release.ReleaseBuilder;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Releases;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.WireSettings;

/// The parts that every command needs and that open no door: data, vault, outbox, files, releases, hooks.
record Ground(Settings settings, DataFolder folder, InstantSource clock, Metrics metrics, Database database,
        Vault vault, Outbox outbox, Files files, Gazetteer gazetteer, Releases releases,
        ReleaseBuilder builder,
        Hooks hooks, HookCarrier carrier, EndpointDesk endpoints, BridgeDesk bridges, GuardedClient client,
        Mind mind,
        Officials officials, Quotes quotes, ThemeBook themes, ClaimBook claims) implements AutoCloseable {

    /// Opens the data folder, which must be locked by this process.
    static Ground open(Settings settings, DataFolder folder, InstantSource clock) {
        return open(settings, folder, clock, Gazetteer.open(settings.text("province")));
    }

    /// The same over units that are read already.
    static Ground open(Settings settings, DataFolder folder, InstantSource clock, Gazetteer gazetteer) {
        var metrics = new Metrics();
        var keys = folder.isNew() ? Keys.in(folder.keys()) : Keys.of(folder.keys());
        var vault = new Vault(keys);
        var database = opened(settings, folder, vault);
        var outbox = Outbox.open(database, vault, new GroupReturns(vault));
        var house = new House(database, vault, outbox, Keeping.from(settings), Flood.from(settings),
                DialogueSettings.from(settings).consentVersion(), clock, metrics);
        var client = new GuardedClient(WireSettings.from(settings), Resolver.ofMachine(), clock);
        var safe = new Safe(keys);
        var endpoints = new Endpoints(HookSettings.from(settings), safe, clock);
        var hooks = new Hooks(endpoints,
                (tx, endpoint, eventId, body) -> outbox.put(tx, endpoint, eventId, body, clock.instant()),
                database, clock);
        var releases = Releases.open(database, HappeningFile.read(settings).stream()
                .filter(Happening::breaks).map(Happening::day).toList());
        var publicUrl = settings.text("public-url");
        var mind = new Mind(() -> Brain.open(settings, gazetteer));
        var figures = ReleaseSettings.from(settings);
        var themes = new ThemeBook(database, settings.zone("time-zone"), clock);
        var charter = new Charter(Borders.of(gazetteer), figures,
                (tx, release, all) -> {
                    var news = new News(release, all, publicUrl, DemoFeedback.isIn(tx));
                    news.events(gazetteer).forEach(event -> hooks.announce(tx, event));
                    news.alerts(tx, new AlertBook(database), themes)
                            .forEach(event -> hooks.announce(tx, event));
                },
                new Unanswered(database, vault, figures, () -> mind.get().insight()), new PollBook(database));
        var officials = Officials.open(new Officials.Parts(database, safe, gazetteer,
                OfficialSettings.from(settings), clock, provider(settings, client, clock)));
        var lot = new SecureRandom();
        var quotes = new Quotes(new Quotes.Parts(database, vault, releases, Borders.of(gazetteer), figures,
                () -> lot.nextLong(1, 1_000_000_000_000_000_000L)));
        var builder = new ReleaseBuilder(database, releases, charter);
        metrics.gauges(() -> ReleaseCheckup.counted(builder));
        return new Ground(settings, folder, clock, metrics, database, vault, outbox, new Files(house),
                gazetteer, releases, builder, hooks,
                carrier(new HookCarrier.Parts(endpoints, client, database), clock, officials),
                new EndpointDesk(endpoints, hooks, database, client::objectionNow),
                new BridgeDesk(safe, database, bridgeGuard(settings, client), clock), client,
                mind, officials, quotes, themes, claims(settings, folder, database));
    }

    /// What may be known of dialogue sessions.
    ForumBook forums() {
        return new ForumBook(database, clock);
    }

    private static ClaimBook claims(Settings settings, DataFolder folder, Database database) {
        return new ClaimBook(database, folder.claims(), settings.zone("time-zone"));
    }

    private static HookCarrier carrier(HookCarrier.Parts parts, InstantSource clock, Officials officials) {
        return new HookCarrier(parts, clock, ThreadLocalRandom.current(),
                witness(officials, Deed.ENDPOINT_DISABLED));
    }

    private static BridgeDesk.Guard bridgeGuard(Settings settings, GuardedClient client) {
        var taken = new HashSet<>(BridgeSettings.TAKEN);
        BridgeSettings.from(settings).bridges().forEach(bridge -> taken.add(bridge.name()));
        return new BridgeDesk.Guard(taken, client::objectionNow);
    }

    private static Witness witness(Officials officials, Deed deed) {
        return (tx, what) -> officials.audit().write(tx, AuditTrail.NOBODY, deed, what);
    }

    private static Provider provider(Settings settings, GuardedClient client, InstantSource clock) {
        return ProviderSettings.from(settings)
                .<Provider>map(known -> new OpenIdProvider(known, client, clock)).orElseGet(NoProvider::new);
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

    /// Writes answers to themes as people get them.
    ThemeLetter letter(Phrasebook phrases) {
        return new ThemeLetter(phrases, gazetteer, settings.text("operator"),
                ReleaseSettings.from(settings).rule(), settings.zone("time-zone"));
    }

    /// Writes announcements as people get them.
    AnnouncementLetter announcement(Brain brain) {
        return new AnnouncementLetter(brain.phrases(), gazetteer, settings.text("operator"),
                new Citations(brain.library(), new Answers(brain.phrases(), brain.library())));
    }

    /// What polls in groups work with.
    GroupPolls.Parts groupPolls(Phrasebook phrases) {
        return new GroupPolls.Parts(database, vault, outbox,
                new GroupBallot(phrases, gazetteer, settings.text("operator")));
    }

    /// The office of a house without a postman: notices wait for the next start.
    Office office() {
        return office(() -> {});
    }

    Office office(Runnable noticesPut) {
        return new Office(new Office.Desk(database, files, builder, new Backups(folder), hooks,
                Keeping.from(settings).backup(), settings.duration("keep-deliveries"), noticesPut, officials,
                OfficialSettings.from(settings).audit(),
                new Looks(database, clock, settings.zone("time-zone")), () -> {
                    quotes.choose();
                    themes.take(releases);
                }), clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
