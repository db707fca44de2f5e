package vn.gopy.app;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Address;
import vn.gopy.db.Database;
import vn.gopy.db.DatabaseException;
import vn.gopy.hook.Hooks;
import vn.gopy.official.Deed;
import vn.gopy.official.Looks;
import vn.gopy.official.Officials;
import vn.gopy.reception.Files;
import vn.gopy.register.Uploads;
import vn.gopy.release.ReleaseBuilder;

/// What an operator may order: publish, erase, drop what is over, back up, test an endpoint. Each answer is
/// text.
final class Office {
    private static final Logger LOG = LoggerFactory.getLogger(Office.class);

    private final Database database;
    private final Files files;
    private final ReleaseBuilder releases;
    private final Backups backups;
    private final Hooks hooks;
    private final Duration keepBackup;
    private final Duration keepDeliveries;
    private final Runnable noticesPut;
    private final Officials officials;
    private final Duration keepAudit;
    private final Looks looks;
    private final Runnable afterRelease;
    private final Registry registry;
    private final InstantSource clock;

    /// @param desk what the office works with
    Office(Desk desk, InstantSource clock) {
        database = desk.database();
        files = desk.files();
        releases = desk.releases();
        backups = desk.backups();
        hooks = desk.hooks();
        keepBackup = desk.keepBackup();
        keepDeliveries = desk.keepDeliveries();
        noticesPut = desk.noticesPut();
        officials = desk.officials();
        keepAudit = desk.keepAudit();
        looks = desk.looks();
        afterRelease = desk.afterRelease();
        registry = new Registry(officials);
        this.clock = clock;
    }

    /// What the office works with.
    ///
    /// @param keepBackup how long copies are kept
    /// @param keepDeliveries how long attempts to tell endpoints something are kept
    /// @param keepAudit  how long the audit trail is kept, and how often officials looked
    /// @param noticesPut told after notices were put in the outbox, so that somebody carries them
    /// @param afterRelease what follows from what is published: words of residents are chosen, themes opened; safe
    ///          to repeat
    record Desk(Database database, Files files, ReleaseBuilder releases, Backups backups, Hooks hooks,
            Duration keepBackup, Duration keepDeliveries, Runnable noticesPut, Officials officials,
            Duration keepAudit, Looks looks, Runnable afterRelease) {}

    /// Carries out an order given as words. Throws [Refusal] when it cannot, with the list of orders when it
    /// knows none such.
    String answer(List<String> words) {
        var order = words.isEmpty() ? "" : words.getFirst();
        return switch (order) {
            case "release" -> release();
            case "erase" -> erase(words);
            case "retain" -> retain(words.contains("--dry-run"));
            case "backup" -> backup();
            case "official-invite" -> registry.invite(words);
            case "audit-verify" -> registry.verify();
            case "token-make", "token-list", "token-revoke" -> registry.token(words);
            case "hook-test", "hook-enable", "hook-dead", "hook-again" -> hook(order, words);
            default -> throw new Refusal(2, "unknown order: release, erase, retain, backup, hook-test, "
                    + "hook-enable, hook-dead, hook-again, official-invite, audit-verify, "
                    + "token-make, token-list or token-revoke");
        };
    }

    private String backup() {
        var copy = backups.make(database.upkeep(), clock.instant());
        registry.done(Deed.BACKED_UP, String.valueOf(copy.getFileName()));
        return "backup written: " + copy;
    }

    private String hook(String order, List<String> words) {
        if (words.size() < 2) {
            throw new Refusal(2, "say which endpoint: " + order + " NAME");
        }
        var endpoint = words.get(1);
        try {
            return switch (order) {
                case "hook-enable" -> enable(endpoint);
                case "hook-dead" -> dead(endpoint);
                case "hook-again" -> again(endpoint, Set.copyOf(words.subList(2, words.size())));
                default -> test(endpoint);
            };
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(2, String.valueOf(unknown.getMessage()));
        }
    }

    /// Publishes what is due, and does what follows from what is published.
    String release() {
        var now = clock.instant();
        var release = releases.publishDue(now);
        afterRelease.run();
        noticesPut.run();
        release.ifPresent(published -> registry.done(Deed.RELEASED, published.id()));
        return release.map(published -> "published " + published.id())
                .orElse("nothing to publish: no closed period waits")
                + ReleaseCheckup.refusedAt(releases.troubles(), now);
    }

    private String test(String endpoint) {
        var event = hooks.test(endpoint);
        noticesPut.run();
        return "test event " + event + " is on its way to " + endpoint;
    }

    private String erase(List<String> words) {
        if (words.size() != 3) {
            throw new Refusal(2, "say which resident: erase CHANNEL ID");
        }
        boolean known = files.erase(new Address(words.get(1), words.get(2)), clock.instant());
        registry.done(Deed.ERASED, words.get(1));
        if (!scrubbed()) {
            throw new Refusal(1, "erased from the tables; the write-ahead log and the residents' keys beside "
                    + "the backups could not be renewed yet: the running service tries again every 5 seconds");
        }
        return known
                ? "erased; nothing of this resident is left in the data folder"
                : "nothing is kept of this resident";
    }

    private boolean scrubbed() {
        try {
            return scrub();
        } catch (DatabaseException | UncheckedIOException fault) {
            LOG.atError().setCause(fault).log("could not scrub after an erasure");
            return false;
        }
    }

    /// Empties the write-ahead log and renews the residents' keys beside the backups, if somebody was erased.
    /// True when nothing is left to do; what fails is due again at the next call.
    synchronized boolean scrub() {
        return files.scrub(() -> {
            boolean emptied = database.upkeep().scrub();
            backups.takeKeys(database.upkeep());
            return emptied;
        });
    }

    private String retain(boolean dryRun) {
        var rows = new LinkedHashMap<>(files.retain(clock.instant(), dryRun));
        rows.put("official sessions", officials.sessions().forget(dryRun));
        rows.put("audit rows", officials.audit().forget(clock.instant().minus(keepAudit), dryRun));
        rows.put("keys of programs", officials.tokens().forget(clock.instant().minus(keepAudit), dryRun));
        rows.put("counts of looks", looks.forget(clock.instant().minus(keepAudit), dryRun));
        rows.put("deliveries", hooks.forget(clock.instant().minus(keepDeliveries), dryRun));
        rows.put("uploads", Uploads.forget(database, clock, dryRun));
        rows.put("backups", backups.forget(clock.instant().minus(keepBackup), dryRun));
        if (!dryRun) {
            database.upkeep().scrub();
            scrub();
        }
        return lines(dryRun ? "would drop" : "dropped", rows);
    }

    private String enable(String endpoint) {
        long waiting = hooks.enable(endpoint);
        return "enabled: " + endpoint
                + (waiting == 0 ? "" : "; " + waiting + " events were given up: --again sends them");
    }

    private String dead(String endpoint) {
        var dead = hooks.dead(endpoint);
        return dead.isEmpty()
                ? "no event for " + endpoint + " was given up"
                : dead.stream().map(notice -> notice.eventId() + "  " + notice.diedAt() + "  attempts "
                        + notice.attempts() + "  " + notice.why()).collect(Collectors.joining("\n"));
    }

    private String again(String endpoint, Set<String> events) {
        int sent = hooks.again(endpoint, events);
        noticesPut.run();
        return sent + " events go out to " + endpoint + " again, " + Hooks.TOGETHER + " at a time at most";
    }

    private static String lines(String verb, Map<String, Integer> rows) {
        return rows.entrySet().stream().map(row -> verb + " " + row.getValue() + " " + row.getKey())
                .collect(Collectors.joining("\n"));
    }
}
