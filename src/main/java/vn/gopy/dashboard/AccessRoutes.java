package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.hook.Witness;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.official.Session;
import vn.gopy.official.Sessions;
import vn.gopy.official.Token;
import vn.gopy.official.Tokens;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.Releases;
import vn.gopy.web.Guard;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Quota;
import vn.gopy.web.Routes;
import vn.gopy.web.SameOrigin;
import vn.gopy.web.SessionCookie;

/// The doorkeeper: before any door opens, it looks into the table of doors. It refuses what stands not in it,
/// changes that another site's page sends, and who may not pass (contracts.md section 5, rows 18 and 32).
public final class AccessRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(AccessRoutes.class);
    private static final String VISITOR = "visitor";
    private static final String OWN = "own-unit";
    private static final String KEY = "key";
    private static final String BEARER = "Bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final Set<String> PLACES = Set.of("code", "area");
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final Parts parts;

    /// What the doorkeeper works with.
    ///
    /// @param doors the table of doors
    /// @param open     whether figures are public
    /// @param watchers which programs may read the counters
    public record Parts(Function<String, Optional<Permit>> doors, boolean open, Sessions sessions,
            Tokens tokens, AuditTrail audit, SessionCookie cookie, Pages pages, Guard watchers) {}

    public AccessRoutes(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.beforeMatched(this::check);
    }

    /// What the sender of this request may see of what is published.
    public static Releases shown(Context request, Releases all) {
        return Optional.ofNullable(request.<UnitId>attribute(OWN)).map(unit -> all.only(Area.of(unit)))
                .orElse(all);
    }

    static Figures shown(Context request, Figures all) {
        return all.with(shown(request, all.releases()));
    }

    /// The official who sent this request, if the door knows one.
    static Optional<Session> visitor(Context request) {
        return Optional.ofNullable(request.<Session>attribute(VISITOR));
    }

    /// The same behind a door that only officials pass.
    static Session official(Context request) {
        return visitor(request).orElseThrow(ForbiddenResponse::new);
    }

    private void check(Context request) {
        var endpoint = request.endpoints().matchedHttpEndpoint();
        if (endpoint == null) {
            if (!request.method().equals(HandlerType.HEAD)) {
                throw new ForbiddenResponse();
            }
            return; // the server answers it by itself and opens no door
        }
        var door = endpoint.method.name() + " " + endpoint.path;
        var known = parts.doors.apply(door);
        if (known.isEmpty()) {
            LOG.atError().addKeyValue("door", door).log("a door is not in the table and stays shut");
            throw new ForbiddenResponse();
        }
        var permit = known.get();
        if (!LOOKING.contains(endpoint.method.name()) && !isForPrograms(permit)) {
            SameOrigin.demand(request);
        }
        switch (permit) {
            case Permit.Everyone _,Permit.Machine _ -> {
            }
            case Permit.Readers() -> read(request, door);
            case Permit.HalfSignedIn() -> pass(request, session(request).filter(session -> !session.whole()));
            case Permit.SignedIn() -> pass(request, whole(request));
            case Permit.Watchers() -> watch(request, door);
            case Permit.Bearers(var purpose) -> bear(request, purpose, door);
            case Permit.Only(var roles) -> only(request, roles, door);
        }
    }

    /// No browser sends a key or a signature by itself, so no other site's page can send one.
    private static boolean isForPrograms(Permit permit) {
        return permit instanceof Permit.Machine || permit instanceof Permit.Bearers;
    }

    /// The key that was shown, where it holds.
    static Optional<Token> key(Context request, Tokens tokens) {
        var shown = request.header("Authorization");
        return shown != null && shown.startsWith(BEARER)
                ? tokens.find(shown.substring(BEARER.length()))
                : Optional.empty();
    }

    /// The key with which a door for programs was opened.
    static Token bearer(Context request) {
        return Optional.ofNullable(request.<Token>attribute(KEY)).orElseThrow(ForbiddenResponse::new);
    }

    /// Who writes into the trail what a program does with its key.
    static Witness witness(Context request, AuditTrail audit, Deed deed) {
        long token = bearer(request).id();
        return (tx, what) -> audit.write(tx, AuditTrail.NOBODY, deed, what + " by token " + token);
    }

    /// The share of a minute that belongs to the key that was shown.
    public static Quota.Shares shares(Tokens tokens) {
        return request -> key(request, tokens)
                .map(token -> new Quota.Share("key " + token.id(), token.aMinute()));
    }

    private void bear(Context request, Token.Purpose purpose, String door) {
        request.header("Cache-Control", "no-store");
        var token = key(request, parts.tokens).orElseThrow(() -> {
            request.header(CHALLENGE, "Bearer realm=\"gopy\"");
            return new UnauthorizedResponse();
        });
        take(request, token, purpose, door);
    }

    private void take(Context request, Token token, Token.Purpose purpose, String door) {
        if (token.purpose() != purpose) {
            parts.audit.note(AuditTrail.NOBODY, Deed.ACCESS_REFUSED, "token " + token.id() + " " + door);
            throw new ForbiddenResponse();
        }
        parts.tokens.use(token);
        request.attribute(KEY, token);
    }

    /// Whether a program showed a key of ours, good or not.
    private static boolean showsKey(Context request) {
        var shown = request.header("Authorization");
        return shown != null && shown.startsWith(BEARER + Tokens.PREFIX);
    }

    private void readWithKey(Context request, String door) {
        bear(request, Token.Purpose.FIGURES, door);
        if (bearer(request).scope() instanceof Scope.Commune(var own)) {
            keepTo(request, own, () -> parts.audit.note(AuditTrail.NOBODY, Deed.ACCESS_REFUSED,
                    "token " + bearer(request).id() + " " + door));
        }
    }

    private Optional<Session> session(Context request) {
        return parts.cookie.in(request).flatMap(parts.sessions::find);
    }

    private Optional<Session> whole(Context request) {
        return session(request).filter(Session::whole);
    }

    /// Where figures are public, nobody is asked; an official is known all the same.
    private void read(Context request, String door) {
        var session = whole(request);
        if (parts.open) {
            session.ifPresent(official -> request.attribute(VISITOR, official));
            return;
        }
        if (session.isEmpty() && showsKey(request)) {
            readWithKey(request, door);
            return;
        }
        session.ifPresent(official -> keepToScope(request, official, door));
        if (session.isEmpty() && request.path().startsWith("/api/")) {
            request.header(CHALLENGE, "Bearer realm=\"gopy\"");
        }
        pass(request, session);
    }

    private void keepToScope(Context request, Session session, String door) {
        if (session.account().scope() instanceof Scope.Commune(var own)) {
            keepTo(request, own,
                    () -> parts.audit.note(session.account().id(), Deed.ACCESS_REFUSED, door));
        }
    }

    private static void keepTo(Context request, UnitId own, Runnable refusal) {
        boolean another = Stream.concat(
                request.pathParamMap().entrySet().stream().filter(part -> PLACES.contains(part.getKey()))
                        .map(Map.Entry::getValue),
                request.queryParams("area").stream())
                .flatMap(code -> UnitId.parse("new:" + code).stream())
                .anyMatch(unit -> !unit.equals(own));
        if (another) {
            refusal.run();
            throw new ForbiddenResponse();
        }
        request.attribute(OWN, own);
    }

    private void watch(Context request, String door) {
        if (!parts.watchers.lets(request)) {
            only(request, Set.of(Role.OPERATOR), door);
        }
    }

    private void only(Context request, Set<Role> roles, String door) {
        var session = whole(request);
        if (session.isPresent() && !roles.contains(session.get().account().role())) {
            refuse(session.get(), door);
        }
        pass(request, session);
    }

    private void refuse(Session session, String door) {
        parts.audit.note(session.account().id(), Deed.ACCESS_REFUSED, door);
        throw new ForbiddenResponse();
    }

    /// Lets an official in, and sends everybody else to sign in.
    private void pass(Context request, Optional<Session> session) {
        request.header("Cache-Control", "no-store");
        if (session.isPresent()) {
            request.attribute(VISITOR, session.get());
            return;
        }
        var accept = request.header("Accept");
        if (accept == null || !accept.contains("text/html")) {
            throw new ForbiddenResponse();
        }
        var page = parts.pages.page(request, Page.Section.NONE, "official.sign-in.title");
        request.redirect(page.to("/sign-in"), HttpStatus.SEE_OTHER);
        request.contentType("text/plain; charset=utf-8");
        request.skipRemainingHandlers();
    }
}
