package vn.gopy.official;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.gopy.dashboard.AccessRoutes;
import vn.gopy.dashboard.AccountRoutes;
import vn.gopy.dashboard.AuditRoutes;
import vn.gopy.dashboard.Doors;
import vn.gopy.dashboard.JoinRoutes;
import vn.gopy.dashboard.OfficialParts;
import vn.gopy.dashboard.PeopleRoutes;
import vn.gopy.dashboard.ProviderRoutes;
import vn.gopy.dashboard.SignInRoutes;
import vn.gopy.db.Database;
import vn.gopy.fakes.SettableClock;
import vn.gopy.identity.NoProvider;
import vn.gopy.identity.Provider;
import vn.gopy.metrics.Metrics;
import vn.gopy.place.Gazetteer;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.web.Callers;
import vn.gopy.web.Guard;
import vn.gopy.web.Pages;
import vn.gopy.web.Problems;
import vn.gopy.web.Routes;
import vn.gopy.web.Server;
import vn.gopy.web.SessionCookie;
import vn.gopy.web.TripCookie;
import vn.gopy.web.WebSettings;

/// The pages of officials on a real server, over a real database, under a clock that a test moves.
public final class OfficialHouse implements AutoCloseable {
    public static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final Gazetteer GAZETTEER = Gazetteer.open("quang-ninh");

    final SettableClock clock = new SettableClock("2026-11-25T01:00:00Z");
    final Database database;
    final Safe safe;
    final Officials officials;
    final Server server;

    public OfficialHouse(Path folder) {
        this(folder, "");
    }

    /// The same under a public address.
    OfficialHouse(Path folder, String publicUrl) {
        this(folder, publicUrl, new Passwords(new CommonPasswords(GAZETTEER)));
    }

    /// The same with passwords that are hashed in another way.
    OfficialHouse(Path folder, String publicUrl, Passwords passwords) {
        this(folder, publicUrl, passwords, _ -> new NoProvider());
    }

    /// The same with a provider of identities, which goes by this house's clock.
    OfficialHouse(Path folder, String publicUrl, Passwords passwords,
            Function<InstantSource, Provider> provider) {
        database = Database.open(folder.resolve("gopy.db"));
        safe = new Safe(Keys.in(folder.resolve("keys")));
        officials = Officials.open(new Officials.Parts(database, safe, GAZETTEER,
                new OfficialSettings(Duration.ofMinutes(30), Duration.ofHours(8), Duration.ofMinutes(15),
                        Duration.ofDays(730)),
                clock, provider.apply(clock)), passwords);
        var web = new WebSettings("127.0.0.1", 0, publicUrl);
        var pages = new Pages(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)), "Góp Ý");
        var cookie = new SessionCookie(web);
        var parts = new OfficialParts(officials, pages, cookie, new TripCookie(web),
                new Callers(Set.of("127.0.0.1")),
                GAZETTEER,
                ZoneId.of("Asia/Ho_Chi_Minh"), clock);
        var doors = new AccessRoutes(new AccessRoutes.Parts(Doors::find, true, officials.sessions(),
                officials.tokens(), officials.audit(), cookie, pages, Guard.thisMachine()));
        server = Server.start(web, new Problems(pages, new Metrics()),
                List.<Routes>of(doors, pages.staticRoutes(), new SignInRoutes(parts), new JoinRoutes(parts),
                        new AccountRoutes(parts), new PeopleRoutes(parts), new AuditRoutes(parts),
                        new ProviderRoutes(parts),
                        routes -> routes.get("/forgotten", request -> request.result("open"))));
    }

    public int port() {
        return server.port();
    }

    /// Somebody with a browser who has no account.
    Visitor visitor() {
        return new Visitor(server.port(), clock);
    }

    /// Somebody with a whole account, signed in.
    Visitor joined(Role role, String name) {
        var code = officials.people().invite(AuditTrail.NOBODY, role, Scope.province()).code();
        var visitor = visitor();
        visitor.join(code, name, PASSWORD);
        return visitor;
    }

    Account account(String name) {
        return officials.people().all().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow();
    }

    /// Changes the database behind the program's back.
    void tamper(String sql) {
        database.ledger().commit(tx -> tx.run(sql));
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
