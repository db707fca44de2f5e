package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Set;
import vn.gopy.official.Fault;
import vn.gopy.official.SetUp.Look;
import vn.gopy.official.SetUp.Opened;
import vn.gopy.official.SetUp.Outcome;
import vn.gopy.official.SetUp.Typed;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// Setting up an account with a one-time code. The code never stands in an address.
public final class JoinRoutes implements Routes {
    private static final Set<String> FIELDS = Set.of("code", "name", "password", "again", "factor");

    private final OfficialParts parts;

    public JoinRoutes(OfficialParts parts) {
        this.parts = parts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/join", request -> {
            Query.of(request, Set.of());
            ask(request, "");
        });
        routes.post("/join", request -> open(request, Form.of(request, Set.of("code")), Set.of()));
        routes.post("/join/set-up", this::setUp);
    }

    private Page page(Context request) {
        return parts.pages().page(request, Page.Section.NONE, "official.join.title");
    }

    private void ask(Context request, String said) {
        request.header("Cache-Control", "no-store");
        parts.pages().show(request, "join.jte", page(request), Map.of("said", said));
    }

    private void open(Context request, Map<String, String> form, Set<Fault> faults) {
        var page = page(request);
        var code = form.getOrDefault("code", "");
        if (!faults.isEmpty()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        switch (parts.officials().setUp().open(code, parts.address().of(request), OfficialParts.HOUSE)) {
            case Look.Shut(var fault) -> {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
                ask(request, parts.words(page).fault(fault));
            }
            case Look.Open(var opened) -> {
                request.header("Cache-Control", "no-store");
                parts.pages().show(request, "joinSetUp.jte", page,
                        Map.of("opened", opened, "code", code, "name", form.getOrDefault("name", ""),
                                "faults", faults, "picture", picture(opened), "words", parts.words(page)));
            }
        }
    }

    private static QrPicture picture(Opened opened) {
        return opened.uri().isEmpty() ? new QrPicture(0, "") : QrPicture.of(opened.uri());
    }

    private void setUp(Context request) {
        var form = Form.of(request, FIELDS);
        var typed = new Typed(form.getOrDefault("code", ""), form.getOrDefault("name", ""),
                form.getOrDefault("password", ""), form.getOrDefault("again", ""),
                form.getOrDefault("factor", ""));
        switch (parts.officials().setUp().accept(typed, parts.address().of(request))) {
            case Outcome.Joined(var session, var recovery) -> {
                parts.cookie().set(request, session);
                request.header("Cache-Control", "no-store");
                parts.pages().show(request, "recovery.jte",
                        parts.pages().page(request, Page.Section.NONE, "official.recovery.title"),
                        Map.of("codes", recovery, "provider", parts.officials().identities().name()));
            }
            case Outcome.Renewed() -> {
                request.header("Cache-Control", "no-store");
                request.redirect(page(request).to("/sign-in"), HttpStatus.SEE_OTHER);
            }
            case Outcome.Faulty(var faults) -> open(request, form, faults);
        }
    }
}
