package vn.gopy.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.gopy.answer.ThemeBook;
import vn.gopy.api.ApiRoutes;
import vn.gopy.api.Catalogue;
import vn.gopy.api.CatalogueRoutes;
import vn.gopy.api.OpenApiRoutes;
import vn.gopy.api.RegisterRoutes;
import vn.gopy.export.Codebook;
import vn.gopy.export.CsvExport;
import vn.gopy.export.ExportRoutes;
import vn.gopy.export.RegisterFileRoutes;
import vn.gopy.export.XlsxExport;
import vn.gopy.fakes.SettableClock;
import vn.gopy.identity.NoProvider;
import vn.gopy.metrics.Metrics;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Looks;
import vn.gopy.official.OfficialSettings;
import vn.gopy.official.Officials;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.official.Visitor;
import vn.gopy.policy.Document;
import vn.gopy.quote.Spoken;
import vn.gopy.register.Models;
import vn.gopy.register.Papers;
import vn.gopy.release.AlertBook;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Village;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.web.Callers;
import vn.gopy.web.Guard;
import vn.gopy.web.Pages;
import vn.gopy.web.Problems;
import vn.gopy.web.Quota;
import vn.gopy.web.Routes;
import vn.gopy.web.Server;
import vn.gopy.web.SessionCookie;
import vn.gopy.web.TripCookie;
import vn.gopy.web.WebSettings;

/// The pages, the API and the files over a village, on a real server.
public final class FiguresHouse implements AutoCloseable {
    /// How often a test may ask in a minute.
    public static final int MOST_A_MINUTE = 100_000;
    public final Village village;
    public final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");
    public final Officials officials;
    public final Looks looks;
    public final List<Routes> rooms;
    public final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    public FiguresHouse(Path folder) {
        this(folder, true, false, 0);
    }

    public FiguresHouse(Path folder, boolean open, boolean demo, int port) {
        this(new Village(folder), open, demo, port);
    }

    /// The same over a village that is open already.
    public FiguresHouse(Village village, boolean open, boolean demo, int port) {
        this(village, new Look(open, demo, port),
                new Quota(MOST_A_MINUTE, new Callers(Set.of()), InstantSource.system()));
    }

    private FiguresHouse(Village village, Look look, Quota quota) {
        this.village = village;
        var settings = new ReleaseSettings(Village.SETTINGS.rule(), Village.ZONE, look.open());
        var phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        var pages = new Pages(phrases, "Góp Ý");
        var gazetteer = village.gazetteer;
        var figures = new Figures(village.releases, gazetteer, settings, (_, _) -> Optional.empty(),
                InstantSource.fixed(Village.at("2026-11-25T10:00")),
                new Invitation(Optional.empty(), "https://gopy.example", true), look.demo());
        var charts = List.<Chart>of(new FormerChart(gazetteer), new TrendChart(List.of(), _ -> List.of()),
                new TopicsChart(),
                new TopicMoodsChart(),
                new TopicMapsChart(gazetteer), new TileMap(gazetteer), new FunnelChart(gazetteer),
                new SilenceChart(gazetteer));
        var codebook = new Codebook(phrases, gazetteer);
        officials = officials(village);
        looks = new Looks(village.database, clock, Village.ZONE);
        var web = new WebSettings("127.0.0.1", look.port(), "");
        var cookie = new SessionCookie(web);
        var parts = new OfficialParts(officials, pages, cookie, new TripCookie(web),
                new Callers(Set.of("127.0.0.1")), gazetteer, Village.ZONE, clock);
        rooms = List.of(new AccessRoutes(new AccessRoutes.Parts(Doors::find, look.open(),
                officials.sessions(), officials.tokens(), officials.audit(), cookie, pages,
                Guard.thisMachine())),
                new WitnessRoutes(looks, officials.audit()), new JoinRoutes(parts),
                pages.staticRoutes(), new DigestRoutes(figures, pages, new AlertBook(village.database)),
                new FiguresRoutes(figures, charts, pages,
                        new FiguresRoutes.Beside(looks, (_, _) -> Spoken.NOTHING,
                                new ThemeBook(village.database, Village.ZONE, clock))),
                new PrintRoutes(figures, pages),
                new ExportRoutes(village.releases, AccessRoutes::shown, codebook,
                        List.of(new CsvExport(gazetteer, look.demo()),
                                new XlsxExport(gazetteer, codebook, look.demo()))),
                new ApiRoutes(village.releases, AccessRoutes::shown, quota, look.demo()),
                new CatalogueRoutes(village.releases, new Catalogue(gazetteer, phrases, look.demo())),
                new RegisterFileRoutes(papers(village), new Models(village.database, gazetteer)),
                new RegisterRoutes(papers(village), new Models(village.database, gazetteer), _ -> List.of()),
                new OpenApiRoutes(pages));
        server = Server.start(web,
                new Problems(pages, new Metrics()), rooms);
    }

    /// A library of one document.
    private static Papers papers(Village village) {
        var law = new Document("luat-72", "Luật 72", "Nghị quyết và luật", "Quốc hội", "law",
                Optional.of(LocalDate.of(2025, 6, 16)), Optional.empty(), Optional.empty(), "", "");
        return new Papers(village.database, () -> List.of(law));
    }

    private Officials officials(Village village) {
        var keys = Keys.in(village.database.file().resolveSibling("keys"));
        return Officials.open(new Officials.Parts(village.database, new Safe(keys), village.gazetteer,
                new OfficialSettings(Duration.ofMinutes(30), Duration.ofHours(8), Duration.ofMinutes(15),
                        Duration.ofDays(730)),
                clock, new NoProvider()));
    }

    /// Somebody with an account, signed in.
    public Visitor official(Role role, Scope scope, String name) {
        var visitor = new Visitor(server.port(), clock);
        visitor.join(officials.people().invite(AuditTrail.NOBODY, role, scope).code(), name,
                "cau treo gio bac rat lanh");
        return visitor;
    }

    private record Look(boolean open, boolean demo, int port) {}

    /// A second server over the same village, whose callers may ask less often.
    public Again again(Quota quota) {
        return new Again(new FiguresHouse(village, new Look(true, false, 0), quota));
    }

    /// It leaves the village open when it closes.
    public record Again(FiguresHouse house) implements AutoCloseable {
        public <T> HttpResponse<T> get(HttpResponse.BodyHandler<T> as, String address) {
            return house.get(as, address);
        }

        @Override
        public void close() {
            house.server.close();
        }
    }

    public HttpResponse<String> get(String address, String... headers) {
        return get(HttpResponse.BodyHandlers.ofString(), address, headers);
    }

    /// The same for what is no text.
    public <T> HttpResponse<T> get(HttpResponse.BodyHandler<T> as, String address, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), as);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        server.close();
        village.close();
    }
}
