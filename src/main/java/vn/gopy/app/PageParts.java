package vn.gopy.app;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.gopy.answer.AnnouncementDesk;
import vn.gopy.answer.AnnouncementLetter;
import vn.gopy.api.ApiRoutes;
import vn.gopy.api.Catalogue;
import vn.gopy.api.CatalogueRoutes;
import vn.gopy.api.EventRoutes;
import vn.gopy.api.OpenApiRoutes;
import vn.gopy.channel.web.Promises;
import vn.gopy.channel.web.WebChannel;
import vn.gopy.channel.web.WebChatRoutes;
import vn.gopy.channel.web.WebChatSettings;
import vn.gopy.channel.webhook.Bridge;
import vn.gopy.channel.webhook.BridgeSettings;
import vn.gopy.chat.Inbox;
import vn.gopy.dashboard.AccessRoutes;
import vn.gopy.dashboard.AccountRoutes;
import vn.gopy.dashboard.AlertsRoutes;
import vn.gopy.dashboard.AnnouncedRules;
import vn.gopy.dashboard.AnnouncementsRoutes;
import vn.gopy.dashboard.AuditRoutes;
import vn.gopy.dashboard.BridgeApiRoutes;
import vn.gopy.dashboard.BridgeRoutes;
import vn.gopy.dashboard.Chart;
import vn.gopy.dashboard.ClaimsRoutes;
import vn.gopy.dashboard.DigestRoutes;
import vn.gopy.dashboard.Doors;
import vn.gopy.dashboard.EndpointApiRoutes;
import vn.gopy.dashboard.Figures;
import vn.gopy.dashboard.FiguresRoutes;
import vn.gopy.dashboard.FormerChart;
import vn.gopy.dashboard.ForumFiguresRoutes;
import vn.gopy.dashboard.ForumsRoutes;
import vn.gopy.dashboard.FunnelChart;
import vn.gopy.dashboard.HappeningFile;
import vn.gopy.dashboard.HookRoutes;
import vn.gopy.dashboard.Invitation;
import vn.gopy.dashboard.JoinRoutes;
import vn.gopy.dashboard.OfficialParts;
import vn.gopy.dashboard.OperationsRoutes;
import vn.gopy.dashboard.PeopleRoutes;
import vn.gopy.dashboard.PollFiguresRoutes;
import vn.gopy.dashboard.PollsRoutes;
import vn.gopy.dashboard.PrintRoutes;
import vn.gopy.dashboard.ProviderRoutes;
import vn.gopy.dashboard.RequestRoutes;
import vn.gopy.dashboard.RequestsRoutes;
import vn.gopy.dashboard.SignInRoutes;
import vn.gopy.dashboard.SilenceChart;
import vn.gopy.dashboard.ThemesRoutes;
import vn.gopy.dashboard.TileMap;
import vn.gopy.dashboard.TokenRoutes;
import vn.gopy.dashboard.TopicMapsChart;
import vn.gopy.dashboard.TopicMoodsChart;
import vn.gopy.dashboard.TopicsChart;
import vn.gopy.dashboard.TrendChart;
import vn.gopy.dashboard.WitnessRoutes;
import vn.gopy.dashboard.WordsRoutes;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.export.Codebook;
import vn.gopy.export.CsvExport;
import vn.gopy.export.ExportRoutes;
import vn.gopy.export.XlsxExport;
import vn.gopy.forum.ForumLetter;
import vn.gopy.forum.ForumRegister;
import vn.gopy.metrics.Tides;
import vn.gopy.official.Deed;
import vn.gopy.official.Looks;
import vn.gopy.policy.Phrases;
import vn.gopy.poll.PollBook;
import vn.gopy.poll.PollRegister;
import vn.gopy.poll.WordingCheck;
import vn.gopy.quote.Moderation;
import vn.gopy.release.AlertBook;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.text.Phrasebook;
import vn.gopy.web.Callers;
import vn.gopy.web.Guard;
import vn.gopy.web.HealthRoutes;
import vn.gopy.web.Pages;
import vn.gopy.web.Problems;
import vn.gopy.web.Quota;
import vn.gopy.web.Routes;
import vn.gopy.web.SessionCookie;
import vn.gopy.web.TripCookie;
import vn.gopy.web.WebSettings;

/// The parts that pages are made of.
final class PageParts {
    private final Ground ground;
    private final Brain brain;
    private final Pages pages;
    private final Figures figures;
    private final Problems problems;
    private final Phrasebook phrases;
    private final Supplier<List<String>> troubles;
    private final Tides tides;
    private final RunningChecks checks;
    private final Looks looks;
    private final Runnable noticesPut;
    private final AnnouncementLetter announcement;
    private final AnnouncementDesk announcements;

    /// @param troubles why the service is not well
    /// @param noticesPut told after events or letters were put in the outbox
    PageParts(Ground ground, Brain brain, Supplier<List<String>> troubles, Runnable noticesPut) {
        this.noticesPut = noticesPut;
        announcement = ground.announcement(brain);
        tides = new Tides(ground.metrics(), ground.clock());
        looks = new Looks(ground.database(), ground.clock(), ground.settings().zone("time-zone"));
        checks = new RunningChecks(ground, tides, troubles);
        this.ground = ground;
        this.brain = brain;
        this.troubles = troubles;
        phrases = brain.phrases();
        pages = new Pages(brain.phrases(), ground.settings().text("operator"));
        figures = figures(ground);
        brain.figures().are(figures, ground.settings().text("public-url"),
                chat -> ground.officials().chats().reader(chat.line()));
        brain.offices().are(ground.officials().people());
        problems = new Problems(pages, ground.metrics());
        announcements = announcements();
    }

    Problems problems() {
        return problems;
    }

    /// How much the counters rose lately; somebody must mark them every few minutes.
    Tides tides() {
        return tides;
    }

    WebChatRoutes.Parts chat(WebChannel channel, Inbox inbox) {
        return new WebChatRoutes.Parts(WebChatSettings.from(ground.settings()),
                Promises.from(ground.settings()), channel, inbox,
                ground.clock(), pages,
                problems);
    }

    /// The doorkeeper first, with the witness, then figures, their files and API, health, metrics, static files, and the pages
    /// of officials.
    List<Routes> routes() {
        return Stream.of(List.of(doorkeeper(), witness()), figures(), officials(),
                new Registers(ground, brain).routes(officialParts())).flatMap(List::stream)
                .toList();
    }

    private Routes doorkeeper() {
        return new AccessRoutes(new AccessRoutes.Parts(Doors::find,
                ReleaseSettings.from(ground.settings()).open(), ground.officials().sessions(),
                ground.officials().tokens(), ground.officials().audit(), cookie(), pages, guard()));
    }

    private Routes witness() {
        return new WitnessRoutes(looks, ground.officials().audit());
    }

    /// With a token, each day's first use of it stands in the audit trail.
    private Guard guard() {
        var guard = Guard.from(ground.settings());
        return ground.settings().secret("metrics-token").isEmpty()
                ? guard
                : WitnessRoutes.noting(guard, ground.officials().audit(), ground.clock());
    }

    private boolean mark(long who, long alert, boolean right) {
        return ground.database().ledger().commit(tx -> {
            boolean known = new AlertBook(ground.database()).mark(tx, alert, right);
            if (known) {
                ground.officials().audit().write(tx, who, Deed.ALERT_MARKED,
                        alert + (right ? " right" : " wrong"));
            }
            return known;
        });
    }

    /// How often a caller may ask; a key has a share of its own.
    private Quota quota() {
        return Quota.from(ground.settings(), ground.clock())
                .with(AccessRoutes.shares(ground.officials().tokens()));
    }

    private SessionCookie cookie() {
        return new SessionCookie(WebSettings.from(ground.settings()));
    }

    private OfficialParts officialParts() {
        return new OfficialParts(ground.officials(), pages, cookie(),
                new TripCookie(WebSettings.from(ground.settings())), Callers.from(ground.settings()),
                ground.gazetteer(),
                ground.settings().zone("time-zone"), ground.clock());
    }

    private List<Routes> officials() {
        var parts = officialParts();
        var tools = new HookRoutes.Tools(ground.hooks(), ground.endpoints(), ground.carrier());
        var desks = new DeskParts(ground, phrases, noticesPut);
        var requests = desks.requests();
        return List.of(new RequestsRoutes(parts, requests),
                new RequestRoutes(parts, requests.desk(), requests.templates()), new SignInRoutes(parts),
                new JoinRoutes(parts), new AccountRoutes(parts),
                new PeopleRoutes(parts), new AuditRoutes(parts), new ProviderRoutes(parts),
                new WordsRoutes(parts, figures, new Moderation(ground.database(), ground.vault(),
                        ground.officials().audit())),
                new HookRoutes(parts, tools, noticesPut), new TokenRoutes(parts),
                new BridgeRoutes(parts, ground.bridges(), fixedBridges()),
                new EndpointApiRoutes(tools, ground.officials().audit(), noticesPut),
                new BridgeApiRoutes(ground.bridges(), fixedBridges(), ground.officials().audit()),
                new ThemesRoutes(parts, figures, desks.themes()),
                new PollsRoutes(parts, figures, register()),
                new ForumsRoutes(parts, figures, forums(), new ForumLetter(phrases)),
                new AnnouncementsRoutes(parts, figures,
                        new AnnouncementsRoutes.Desk(announcements, announcement)),
                new ClaimsRoutes(parts, figures, desks.claims(), brain.library()::trouble),
                new OperationsRoutes(parts, checks::look, ground.clock()),
                new AlertsRoutes(parts, figures, new AlertBook(ground.database()), this::mark));
    }

    private List<String> fixedBridges() {
        return BridgeSettings.from(ground.settings()).bridges().stream().map(Bridge::name).toList();
    }

    private ForumRegister forums() {
        return new ForumRegister(new ForumRegister.Parts(ground.database(), ground.gazetteer(),
                Phrases.thatPersuade(Policies.bookcase(ground.settings()).base().get()),
                ground.officials().audit(), ground.clock()));
    }

    private PollRegister register() {
        var lint = Policies.bookcase(ground.settings()).base().get();
        return new PollRegister(new PollRegister.Parts(ground.database(), ground.gazetteer(),
                new WordingCheck(Phrases.thatPersuade(lint), Phrases.thatLead(lint)),
                ground.officials().audit(),
                ground.clock()));
    }

    private AnnouncementDesk announcements() {
        var settings = ground.settings();
        return new AnnouncementDesk(new AnnouncementDesk.Parts(ground.database(), ground.gazetteer(),
                announcement.citations(), ground.officials().audit(),
                Phrases.thatPersuade(Policies.bookcase(settings).base().get()), settings.zone("time-zone"),
                ground.clock()));
    }

    private List<Routes> figures() {
        var releases = ground.releases();
        var gazetteer = ground.gazetteer();
        var codebook = new Codebook(phrases, gazetteer);
        boolean demo = figures.demo();
        List<Chart> charts = List.of(new FormerChart(gazetteer),
                new TrendChart(HappeningFile.read(ground.settings()), new AnnouncedRules(
                        announcements, phrases, ground.settings().zone("time-zone"))),
                new TopicsChart(),
                new TopicMoodsChart(), new TopicMapsChart(gazetteer), new TileMap(gazetteer),
                new FunnelChart(gazetteer), new SilenceChart(gazetteer));
        return List.of(pages.staticRoutes(),
                new PollFiguresRoutes(figures, pages, new PollBook(ground.database())),
                new ForumFiguresRoutes(figures, pages, ground.forums()),
                new DigestRoutes(figures, pages, new AlertBook(ground.database())),
                new FiguresRoutes(figures, charts, pages,
                        new FiguresRoutes.Beside(looks, ground.quotes()::in, ground.themes())),
                new PrintRoutes(figures, pages),
                new ExportRoutes(releases, AccessRoutes::shown, codebook,
                        List.of(new CsvExport(gazetteer, demo), new XlsxExport(gazetteer, codebook, demo))),
                new ApiRoutes(releases, AccessRoutes::shown, quota(),
                        demo),
                new CatalogueRoutes(releases, new Catalogue(gazetteer, phrases, demo)),
                new OpenApiRoutes(pages), new EventRoutes(pages),
                new HealthRoutes(troubles, ground.metrics(), guard()));
    }

    /// What pages and chat tell figures from.
    static Figures figures(Ground ground) {
        return new Figures(ground.releases(), ground.gazetteer(), ReleaseSettings.from(ground.settings()),
                ground.themes(), ground.clock(), invitation(ground),
                DemoFeedback.isIn(ground.database()));
    }

    private static Invitation invitation(Ground ground) {
        var settings = WebSettings.from(ground.settings());
        boolean reachable = !settings.publicUrl().isEmpty();
        return new Invitation(DialogueSettings.from(ground.settings()).botName(),
                reachable ? settings.publicUrl() : "http://" + settings.host() + ":" + settings.port(),
                reachable);
    }
}
