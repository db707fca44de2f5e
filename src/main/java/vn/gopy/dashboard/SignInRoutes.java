package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import vn.gopy.official.Session;
import vn.gopy.official.SignIn.Outcome;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// Signing in, in two steps, and signing out.
public final class SignInRoutes implements Routes {
    private final OfficialParts parts;

    public SignInRoutes(OfficialParts parts) {
        this.parts = parts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/sign-in", request -> {
            Query.of(request, Set.of());
            show(request, "signIn.jte", Map.of("name", "", "said", "", "provider", provider()));
        });
        routes.post("/sign-in", this::password);
        routes.get("/sign-in/factor", request -> {
            Query.of(request, Set.of());
            show(request, "signInFactor.jte", Map.of("said", ""));
        });
        routes.post("/sign-in/factor", this::factor);
        routes.post("/sign-out", this::out);
    }

    private Page page(Context request) {
        return parts.pages().page(request, Page.Section.NONE, "official.sign-in.title");
    }

    private String provider() {
        return parts.officials().identities().name();
    }

    private void show(Context request, String template, Map<String, Object> parameters) {
        request.header("Cache-Control", "no-store");
        parts.pages().show(request, template, page(request), parameters);
    }

    private void password(Context request) {
        var form = Form.of(request, Set.of("name", "password"));
        var name = form.getOrDefault("name", "");
        var outcome = parts.officials().signIn().password(name, form.getOrDefault("password", ""),
                parts.address().of(request));
        switch (outcome) {
            case Outcome.Open(var session) -> {
                endWhatWas(request);
                parts.cookie().set(request, session);
                go(request, "/sign-in/factor");
            }
            case Outcome.Refused() -> {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
                show(request, "signIn.jte",
                        Map.of("name", name, "said", page(request).say("official.sign-in.refused"),
                                "provider",
                                provider()));
            }
            case Outcome.Wait(var rest) ->
                show(request, "signIn.jte", Map.of("name", name, "said", waiting(request, rest), "provider",
                        provider()));
        }
    }

    /// Whoever signs in anew leaves no session behind that nobody can see or end.
    private void endWhatWas(Context request) {
        var sessions = parts.officials().sessions();
        parts.cookie().in(request).flatMap(sessions::find).filter(Session::whole)
                .ifPresent(sessions::signOut);
    }

    private String waiting(Context request, Duration rest) {
        long seconds = Math.max(1, (rest.toMillis() + 999) / 1000);
        request.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Long.toString(seconds));
        return page(request).say("official.sign-in.wait", Map.of("seconds", seconds));
    }

    private void factor(Context request) {
        var form = Form.of(request, Set.of("code"));
        var outcome = parts.officials().signIn().factor(AccessRoutes.official(request),
                form.getOrDefault("code", ""), parts.address().of(request));
        switch (outcome) {
            case Outcome.Open(var session) -> {
                parts.cookie().set(request, session);
                go(request, "/account");
            }
            case Outcome.Refused() -> {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
                show(request, "signInFactor.jte",
                        Map.of("said", page(request).say("official.factor.refused")));
            }
            case Outcome.Wait(var rest) ->
                show(request, "signInFactor.jte", Map.of("said", waiting(request, rest)));
        }
    }

    private void out(Context request) {
        Form.of(request, Set.of());
        parts.officials().sessions().signOut(AccessRoutes.official(request));
        parts.cookie().drop(request);
        // not "cookies": a browser would forget those of every service under the same domain
        request.header("Clear-Site-Data", "\"cache\"");
        go(request, "/sign-in");
    }

    private void go(Context request, String path) {
        request.header("Cache-Control", "no-store");
        request.redirect(page(request).to(path), HttpStatus.SEE_OTHER);
    }
}
