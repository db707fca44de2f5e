package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Set;
import vn.gopy.official.Chats.Wish;
import vn.gopy.official.Fault;
import vn.gopy.official.OwnAccount.Change;
import vn.gopy.official.OwnAccount.Recovery;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// An official's own account: password, recovery codes, sessions.
public final class AccountRoutes implements Routes {
    private final OfficialParts parts;

    public AccountRoutes(OfficialParts parts) {
        this.parts = parts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/account", request -> {
            Query.of(request, Set.of());
            show(parts, request, Set.of());
        });
        routes.post("/account/password", this::password);
        routes.post("/account/recovery", this::recovery);
        routes.post("/account/sessions", this::sessions);
        routes.post("/account/chat", this::chat);
    }

    static void show(OfficialParts parts, Context request, Set<Fault> faults) {
        var page = parts.pages().page(request, Page.Section.NONE, "official.account.title");
        var session = AccessRoutes.official(request);
        var officials = parts.officials();
        if (!faults.isEmpty()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        parts.pages().show(request, "account.jte", page,
                Map.of("session", session, "sessions", officials.sessions().of(session.account()), "left",
                        officials.own().recoveryLeft(session.account()), "faults", faults, "words",
                        parts.words(page), "provider", officials.identities().name(), "linked",
                        officials.identities().since(session.account()), "chat",
                        officials.chats().since(session.account())));
    }

    private void password(Context request) {
        var form = Form.of(request, Set.of("present", "password", "again"));
        var change = new Change(form.getOrDefault("present", ""), form.getOrDefault("password", ""),
                form.getOrDefault("again", ""));
        var fault = parts.officials().own().changePassword(AccessRoutes.official(request).account(), change,
                parts.address().of(request));
        if (fault.isPresent()) {
            show(parts, request, Set.of(fault.get()));
            return;
        }
        parts.cookie().drop(request);
        go(request, "/sign-in");
    }

    private void recovery(Context request) {
        var form = Form.of(request, Set.of("present"));
        var account = AccessRoutes.official(request).account();
        switch (parts.officials().own().renewRecovery(account, form.getOrDefault("present", ""),
                parts.address().of(request))) {
            case Recovery.Made(var codes) -> parts.pages().show(request, "recovery.jte",
                    parts.pages().page(request, Page.Section.NONE, "official.recovery.title"),
                    Map.of("codes", codes, "provider", ""));
            case Recovery.Not(var fault) -> show(parts, request, Set.of(fault));
        }
    }

    private void sessions(Context request) {
        var which = Form.of(request, Set.of("session")).getOrDefault("session", "");
        var mine = AccessRoutes.official(request);
        if (which.equals("others")) {
            parts.officials().sessions().endOthers(mine);
        } else if (which.matches("[0-9]{1,18}")) {
            parts.officials().sessions().end(mine, Long.parseLong(which));
        } else {
            throw new BadRequestResponse("no such session");
        }
        go(request, "/account");
    }

    private void chat(Context request) {
        var form = Form.of(request, Set.of("present", "do"));
        var account = AccessRoutes.official(request).account();
        if (form.getOrDefault("do", "").equals("end")) {
            parts.officials().chats().unlink(account);
            go(request, "/account");
            return;
        }
        switch (parts.officials().chats().code(account, form.getOrDefault("present", ""),
                parts.address().of(request))) {
            case Wish.Given(var handed) -> {
                var page = parts.pages().page(request, Page.Section.NONE, "official.chat.title");
                request.header("Cache-Control", "no-store");
                parts.pages().show(request, "chatCode.jte", page,
                        Map.of("account", account, "handed", handed, "words", parts.words(page)));
            }
            case Wish.Not(var fault) -> show(parts, request, Set.of(fault));
        }
    }

    private void go(Context request, String path) {
        request.redirect(parts.pages().page(request, Page.Section.NONE, "official.account.title").to(path),
                HttpStatus.SEE_OTHER);
    }
}
