package vn.gopy.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.answer.AnnouncementPost;
import vn.gopy.answer.Daytime;
import vn.gopy.answer.Gathering;
import vn.gopy.answer.Round;
import vn.gopy.answer.SecondLook;
import vn.gopy.answer.ThemePost;
import vn.gopy.channel.telegram.Telegram;
import vn.gopy.channel.telegram.TelegramSettings;
import vn.gopy.channel.web.WebChannel;
import vn.gopy.channel.web.WebChatRoutes;
import vn.gopy.channel.web.WebChatSettings;
import vn.gopy.channel.webhook.BridgeChannel;
import vn.gopy.channel.webhook.BridgeSettings;
import vn.gopy.channel.webhook.BridgeWebhook;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Inbox;
import vn.gopy.db.Ledger;
import vn.gopy.forum.ForumLetter;
import vn.gopy.forum.ForumPost;
import vn.gopy.metrics.Metrics;
import vn.gopy.outbox.Pace;
import vn.gopy.outbox.Postman;
import vn.gopy.outbox.Rounds;
import vn.gopy.outbox.Tempo;
import vn.gopy.poll.GroupPolls;
import vn.gopy.poll.GroupStops;
import vn.gopy.reception.LinkInbox;
import vn.gopy.reception.PollInbox;
import vn.gopy.reception.Reception;
import vn.gopy.release.Borders;
import vn.gopy.release.ReleaseClock;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.text.Phrasebook;
import vn.gopy.web.Routes;
import vn.gopy.web.Server;
import vn.gopy.web.WebSettings;

/// The whole house at work, wired by hand from the ground up: this page is its list of parts.
final class App implements AutoCloseable {
    private static final int HANDS = 64;
    private static final int BURST = 3;

    private final Ground ground;
    private final Postman postman;
    private final Office office;
    private final Optional<Telegram> telegram;
    private final WebChannel web;
    private final Server server;
    private final ControlSocket control;
    private final Jobs jobs;

    private App(Ground ground, Brain brain, int haste) {
        this.ground = ground;
        ground.mind().is(brain);
        var settings = ground.settings();
        web = new WebChannel(WebChatSettings.from(settings), ground.metrics());
        telegram = Telegram.open(TelegramSettings.from(settings), ground.metrics());
        var bridges = new EveryBridge(BridgeSettings.from(settings), ground.bridges(), ground.clock());
        postman = new Postman(ground.outbox(), rounds(channels(bridges)), ground.clock(), ground.metrics());
        office = ground.office(postman::lookAgain);
        var reception = new Reception(ground.files(), brain.dialogue(), brain.phrases(), postman::hand);
        var inbox = new DiskGuard(hearing(reception, brain.phrases()), ground.folder().path(),
                (long) settings.number("disk-watermark-mb", 1, 1 << 30) << 20);
        web.onArrival(address -> postman.wake(ground.files().pseudonym(address)));
        var pages = new PageParts(ground, brain, () -> problems(inbox, reception), postman::lookAgain);
        // those of messages first: each request tries the doors one after the other
        var doors = new ArrayList<Routes>();
        telegram.flatMap(room -> room.door(inbox)).ifPresent(doors::add);
        doors.add(new WebChatRoutes(pages.chat(web, inbox)));
        doors.add(new BridgeWebhook(bridges, inbox, ground.clock(), ground.metrics()));
        doors.addAll(pages.routes());
        server = Server.start(WebSettings.from(settings), pages.problems(), doors);
        new Registry(ground.officials()).started(settings);
        control = ControlSocket.listen(ground.folder().socket(), office::answer);
        jobs = jobs(inbox).every(Duration.ofMinutes(5), "tides", pages.tides()::mark);
        tell(brain, haste);
        jobs.after(Duration.ofSeconds(1), "library", () -> prepare(brain));
        jobs.after(Duration.ofSeconds(10), "warm", () -> server.warm("/figures"));
        countCommits(ground.database().ledger(), ground.metrics());
        telegram.ifPresent(room -> room.start(inbox, brain.phrases(), settings.text("operator")));
    }

    /// Reading the claims is the last large work of a start, and what it leaves behind would lie among what lives
    /// for hours: it is cleared away once, before many write.
    private static void prepare(Brain brain) {
        brain.library().ready();
        System.gc();
    }

    /// Opens the doors over an open ground. Throws when the port is taken.
    static App open(Ground ground, Brain brain) {
        return open(ground, brain, 1);
    }

    /// The same, looking so many times as often whether residents are to be told something.
    static App open(Ground ground, Brain brain, int haste) {
        return new App(ground, brain, haste);
    }

    /// Looks again and again for what residents are to be told, and tells it.
    private void tell(Brain brain, int haste) {
        var often = Duration.ofSeconds(1).dividedBy(haste);
        var seldom = Duration.ofSeconds(5).dividedBy(haste);
        var gathering = new Gathering(ReleaseSettings.from(ground.settings()).rule(), brain::insight);
        jobs.every(seldom, "policies", () -> {
            ground.claims().shelve();
            brain.library().look(ground.clock().instant());
        });
        jobs.every(seldom, "questions", secondLook(brain)::look);
        jobs.every(often, "answers", themePost(brain)::look);
        jobs.every(often, "announcements",
                new AnnouncementPost(round(), ground.announcement(brain))::look);
        jobs.every(seldom, "sessions", () -> ground.forums().gather(ground.vault(), gathering));
        jobs.every(often, "answers in sessions",
                new ForumPost(round(), new ForumLetter(brain.phrases()))::look);
    }

    private Function<String, Optional<Channel>> channels(EveryBridge bridges) {
        var own = new HashMap<String, Channel>();
        own.put(web.name(), web);
        telegram.map(Telegram::channel).ifPresent(channel -> own.put(channel.name(), channel));
        return name -> Optional.ofNullable(own.get(name)).or(() -> bridges.find(name)
                .map(bridge -> new BridgeChannel(bridge, ground.client(), ground.clock())));
    }

    private Rounds rounds(Function<String, Optional<Channel>> channels) {
        var pacing = TelegramSettings.from(ground.settings()).pacing();
        var paces = Map.of("telegram",
                new Pace(pacing.messagesPerSecond(), pacing.chatMessagesPerSecond(), BURST),
                "telegram.group", new Pace(0, pacing.groupMessagesPerMinute() / 60.0, BURST));
        return new Rounds(channels, paces, ground.carrier(), Tempo.ofMachine(), HANDS);
    }

    /// Officials who link a chat are heard apart, and so are groups that ask for a poll.
    private Inbox hearing(Reception reception, Phrasebook phrases) {
        var links = new LinkInbox(reception, ground.files(), ground.officials().chats(), phrases,
                postman::hand);
        return new PollInbox(
                new PollInbox.Parts(links, reception, ground.files(), phrases, postman::hand),
                new GroupPolls(ground.groupPolls(phrases)));
    }

    private GroupStops groupStops() {
        return new GroupStops(ground.groupPolls(ground.mind().get().phrases()), postman::hand,
                ground.clock());
    }

    private Jobs jobs(DiskGuard inbox) {
        var ballast = new Ballast(ground.folder().ballast(),
                (long) ground.settings().number("disk-ballast-mb", 0, 4096) << 20);
        look(inbox, ballast);
        var monday = new MondayRelease(ground, office);
        postman.sweep();
        return new Jobs().every(Duration.ofMillis(500), "tidy", ground.database()::tidy)
                .every(Duration.ofSeconds(1), "sweep", postman::sweep)
                .every(Duration.ofSeconds(1), "group polls", groupStops()::look)
                .every(Duration.ofSeconds(5), "scrub", office::scrub)
                .every(Duration.ofSeconds(5), "hooks", this::feed)
                .every(Duration.ofHours(1), "secrets", ground.bridges()::forgetOver)
                .every(Duration.ofSeconds(5), "disk", () -> look(inbox, ballast))
                .every(Duration.ofSeconds(20), "release", monday::look)
                .every(Duration.ofHours(1), "retain", () -> office.answer(List.of("retain")));
    }

    /// More of the events that are to go out again.
    private void feed() {
        if (ground.hooks().feed()) {
            postman.lookAgain();
        }
    }

    private SecondLook secondLook(Brain brain) {
        return new SecondLook(new SecondLook.Parts(ground.database(), ground.vault(), ground.outbox(),
                brain.library(), brain.phrases(), Daytime.from(ground.settings(), ground.clock()),
                ground.claims(), postman::waiting, postman::hand));
    }

    private ThemePost themePost(Brain brain) {
        return new ThemePost(
                new ThemePost.Parts(round(), Borders.of(ground.gazetteer()),
                        ReleaseSettings.from(ground.settings()).rule()),
                ground.letter(brain.phrases()));
    }

    private Round.Parts round() {
        return new Round.Parts(ground.database(), ground.vault(), ground.outbox(),
                Daytime.from(ground.settings(), ground.clock()), postman::waiting, postman::hand);
    }

    private static void countCommits(Ledger ledger, Metrics metrics) {
        metrics.gauge("gopy_ledger_waiting", ledger::waiting);
        metrics.gauge("gopy_ledger_transactions_total", ledger::transactions);
        metrics.gauge("gopy_ledger_writes_total", ledger::written);
        metrics.gauge("gopy_ledger_commit_millis_total", () -> ledger.committingNanos() / 1_000_000);
    }

    /// On a full disk the ballast makes room, and the log is moved into the file at once: it begins anew and
    /// does not eat that room.
    private void look(DiskGuard inbox, Ballast ballast) {
        inbox.look();
        if (!inbox.low()) {
            ballast.takeAboard();
        } else if (ballast.throwOut()) {
            ground.database().upkeep().checkpoint();
        }
    }

    /// Why the service is not well; empty when it is. No secrets, no ids.
    private List<String> problems(DiskGuard inbox, Reception reception) {
        var problems = new ArrayList<String>();
        if (inbox.low()) {
            problems.add("disk: less than disk-watermark-mb is free, the intake is stopped");
        }
        if (reception.troubled()) {
            problems.add("database: what arrives cannot be recorded");
        }
        if (ground.database().ledger().broken()) {
            problems.add("ledger: the writer has stopped, start the service anew");
        }
        if (ground.database().ledger().waiting() > 8_000) {
            problems.add("ledger: more than 8000 write-sets wait");
        }
        return problems;
    }

    /// The port it listens on.
    int port() {
        return server.port();
    }

    /// Every door that is there, by method and path.
    List<String> doors() {
        return server.doors();
    }

    Ground ground() {
        return ground;
    }

    /// Takes nothing more in, finishes what is under way, leaves the rest on the disk.
    @Override
    public void close() {
        telegram.ifPresent(Telegram::close);
        web.close();
        server.close();
        postman.close();
        jobs.close();
        control.close();
    }

    /// Publishes each Monday at three in the morning, local time, and once at the start what was missed
    /// meanwhile.
    private static final class MondayRelease {
        private final Ground ground;
        private final Office office;
        private Instant next = Instant.EPOCH;

        MondayRelease(Ground ground, Office office) {
            this.ground = ground;
            this.office = office;
        }

        void look() {
            var now = ground.clock().instant();
            if (now.isBefore(next)) {
                return;
            }
            office.release();
            next = ReleaseClock.next(now, ground.settings().zone("time-zone"));
        }
    }
}
