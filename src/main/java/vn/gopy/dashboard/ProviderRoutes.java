package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Set;
import vn.gopy.identity.ProviderSettings;
import vn.gopy.official.Identities;
import vn.gopy.official.Identities.End;
import vn.gopy.official.Identities.Hindrance;
import vn.gopy.official.Identities.Start;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// Signing in through the provider of identities, and linking an account to it.
///
/// Two things of browsers shape these pages. Our rule that forms go to ourselves alone holds for what a form
/// leads to as well, so the way out is a link. And the session's cookie does not come along while another
/// site's page leads to ours, so the way back ends on a page of ours that goes on by itself.
public final class ProviderRoutes implements Routes {
    private static final String OUT = "/sign-in/provider";
    private static final String MARK = "~";

    private final OfficialParts parts;

    public ProviderRoutes(OfficialParts parts) {
        this.parts = parts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(OUT, this::out);
        routes.get(ProviderSettings.BACK, this::back);
        routes.post("/account/provider", this::link);
    }

    private Identities identities() {
        var identities = parts.officials().identities();
        if (!identities.on()) {
            throw new NotFoundResponse();
        }
        return identities;
    }

    private Page page(Context request) {
        request.header("Cache-Control", "no-store");
        return parts.pages().page(request, Page.Section.NONE, "official.sign-in.title");
    }

    private void out(Context request) {
        Query.of(request, Set.of());
        switch (identities().signIn()) {
            case Start.Go(var to, var ticket) -> {
                carry(request, ticket);
                request.header("Cache-Control", "no-store");
                request.redirect(to, HttpStatus.SEE_OTHER);
            }
            case Start.Not(var why) -> refuse(request, why);
            case Start.Unproven _ -> throw new IllegalStateException("signing in needs no proof before it");
        }
    }

    /// Has the browser carry a ticket; it carries the page's language too, which the provider would lose.
    private void carry(Context request, String ticket) {
        parts.trip().set(request, ticket + MARK + page(request).tag());
    }

    private void back(Context request) {
        var identities = identities();
        var carried = parts.trip().in(request);
        int mark = carried.lastIndexOf(MARK);
        var language = carried.substring(mark + 1);
        if (request.queryParam("lang") == null && language.equals("en")) {
            request.redirect(request.path() + "?" + request.queryString() + "&lang=en", HttpStatus.SEE_OTHER);
            return;
        }
        switch (identities.arrive(carried.substring(0, Math.max(0, mark)), request.queryParamMap(),
                parts.address().of(request))) {
            case End.Open(var session, var whole) -> {
                parts.cookie().set(request, session);
                parts.trip().drop(request);
                goOn(request, "official.provider.in", whole ? "/account" : "/sign-in/factor");
            }
            case End.Linked() -> {
                parts.trip().drop(request);
                goOn(request, "official.provider.linked", "/account");
            }
            case End.Not(var why) -> refuse(request, why);
        }
    }

    private void goOn(Context request, String said, String path) {
        var page = page(request);
        request.header("Refresh", "0; url=" + page.to(path));
        parts.pages().show(request, "providerBack.jte", page, Map.of("said",
                page.say(said, Map.of("provider", parts.officials().identities().name())), "to", path));
    }

    private void refuse(Context request, Hindrance why) {
        var page = page(request);
        request.status(switch (why) {
            case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case REFUSED, UNKNOWN, TAKEN, LATE -> HttpStatus.UNPROCESSABLE_CONTENT;
        });
        var name = parts.officials().identities().name();
        parts.pages().show(request, "signIn.jte", page, Map.of("name", "", "provider", name, "said",
                page.say("official.provider." + why.word(), Map.of("provider", name))));
    }

    private void link(Context request) {
        var form = Form.of(request, Set.of("present", "do"));
        var session = AccessRoutes.official(request);
        var password = form.getOrDefault("present", "");
        var identities = identities();
        if (form.getOrDefault("do", "").equals("end")) {
            var fault = identities.unlink(session.account(), password, parts.address().of(request));
            AccountRoutes.show(parts, request, fault.map(Set::of).orElse(Set.of()));
            return;
        }
        switch (identities.link(session, password, parts.address().of(request))) {
            case Start.Go(var to, var ticket) -> {
                carry(request, ticket);
                parts.pages().show(request, "providerOut.jte", page(request),
                        Map.of("account", session.account(), "provider", identities.name(), "to", to));
            }
            case Start.Not(var why) -> refuse(request, why);
            case Start.Unproven(var fault) -> AccountRoutes.show(parts, request, Set.of(fault));
        }
    }
}
