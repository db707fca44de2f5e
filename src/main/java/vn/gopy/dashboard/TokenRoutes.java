package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import vn.gopy.official.Scope;
import vn.gopy.official.Token.Purpose;
import vn.gopy.official.Tokens;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The operators' page about keys of programs: make one, shown once, and end one at once.
public final class TokenRoutes implements Routes {
    private final OfficialParts parts;
    private final Tokens tokens;

    public TokenRoutes(OfficialParts parts) {
        this.parts = parts;
        tokens = parts.officials().tokens();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/tokens", request -> {
            Query.of(request, Set.of());
            show(request, false);
        });
        routes.post("/tokens", this::make);
        routes.post("/tokens/{id}/revoke", this::revoke);
    }

    private Page page(Context request) {
        return parts.pages().page(request, Page.Section.NONE, "token.title");
    }

    private void show(Context request, boolean refused) {
        if (refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var page = page(request);
        parts.pages().show(request, "tokens.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "tokens", tokens.all(),
                        "refused", refused, "units", parts.gazetteer().newUnits(), "words",
                        new TokenWords(page, parts.words(page), parts.clock().instant())));
    }

    private void make(Context request) {
        var form = Form.of(request, Set.of("name", "purpose", "scope", "days", "rate"));
        var purpose = Purpose.of(form.getOrDefault("purpose", ""))
                .orElseThrow(() -> new BadRequestResponse("no such purpose"));
        var scope = Scope.parse(form.getOrDefault("scope", ""))
                .orElseThrow(() -> new BadRequestResponse("no such scope"));
        var wish = new Tokens.Wish(form.getOrDefault("name", ""), purpose, scope,
                Duration.ofDays(number(form, "days")), number(form, "rate"));
        if (!wish.isSound()) {
            show(request, true);
            return;
        }
        var page = page(request);
        var made = tokens.make(AccessRoutes.official(request).account().id(), wish);
        parts.pages().show(request, "tokenMade.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "made", made, "words",
                        new TokenWords(page, parts.words(page), parts.clock().instant())));
    }

    private static int number(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "");
        if (!text.matches("[0-9]{1,6}")) {
            throw new BadRequestResponse("no number");
        }
        return Integer.parseInt(text);
    }

    private void revoke(Context request) {
        Form.of(request, Set.of());
        var id = request.pathParam("id");
        if (!id.matches("[0-9]{1,18}")
                || !tokens.revoke(AccessRoutes.official(request).account().id(), Long.parseLong(id))) {
            throw new NotFoundResponse("no such key");
        }
        request.redirect(page(request).to("/tokens"), HttpStatus.SEE_OTHER);
    }
}
