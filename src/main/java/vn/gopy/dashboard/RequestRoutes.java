package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.official.Account;
import vn.gopy.official.Role;
import vn.gopy.place.UnitId;
import vn.gopy.request.Desk;
import vn.gopy.request.Fault;
import vn.gopy.request.Request;
import vn.gopy.request.Template;
import vn.gopy.request.Templates;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// One request: what was said about it, and all that an office can do with it.
public final class RequestRoutes implements Routes {
    /// Who reads and answers requests.
    static final Set<Role> READERS = Set.of(Role.ANSWERER, Role.APPROVER);
    private static final Set<String> FIELDS = Set.of("do", "revision", "text", "to");

    private final OfficialParts parts;
    private final Desk desk;
    private final Templates templates;

    public RequestRoutes(OfficialParts parts, Desk desk, Templates templates) {
        this.parts = parts;
        this.desk = desk;
        this.templates = templates;
    }

    /// What was not done, and what the official had typed.
    ///
    /// @param deed `answer`, `ask` …; empty for none
    public record Refused(String deed, String typed, Optional<Fault> fault) {
        static Refused nothing() {
            return new Refused("", "", Optional.empty());
        }

        /// What stands in the field of a deed.
        public String in(String field) {
            return deed.equals(field) ? typed : "";
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/requests/{id}", request -> {
            var query = Query.of(request, Set.of("template"));
            show(request, begun(request, query), found(request));
        });
        routes.post("/requests/{id}", this::act);
    }

    /// A chosen beginning stands in the field of the answer.
    private Refused begun(Context request, Map<String, String> query) {
        if (!query.containsKey("template")) {
            return Refused.nothing();
        }
        long id = number(query.get("template"));
        return templates.of(AccessRoutes.official(request).account()).stream()
                .filter(template -> template.id() == id).findFirst().map(Template::text)
                .map(text -> new Refused("answer", text, Optional.empty()))
                .orElseThrow(NotFoundResponse::new);
    }

    private Request found(Context request) {
        return desk.open(AccessRoutes.official(request).account(), number(request.pathParam("id")))
                .orElseThrow(NotFoundResponse::new);
    }

    private void show(Context request, Refused refused, Request shown) {
        var account = AccessRoutes.official(request).account();
        var people = parts.officials().people().all();
        var page = parts.pages().page(request, Page.Section.NONE, "requests.one.title");
        var parameters = new HashMap<String, Object>(Map.of("account", account, "request", shown, "refused",
                refused, "templates", templates.of(account), "units",
                parts.gazetteer().newUnits().stream().filter(unit -> isRead(people, unit.id())).toList(),
                "people",
                people.stream().filter(one -> mayHave(one, shown.unit())).toList(), "words",
                new RequestWords(page, parts.gazetteer(), people)));
        parts.pages().show(request, "request.jte", page, parameters);
    }

    private static boolean mayHave(Account one, UnitId unit) {
        return one.enabled() && READERS.contains(one.role()) && one.scope().covers(unit);
    }

    private void act(Context request) {
        var form = Form.of(request, FIELDS);
        var account = AccessRoutes.official(request).account();
        var seen = new Desk.Seen(number(request.pathParam("id")),
                revision(form.getOrDefault("revision", "")));
        var deed = form.getOrDefault("do", "");
        var text = form.getOrDefault("text", "");
        var fault = switch (deed) {
            case "answer" -> desk.answer(account, seen, text);
            case "ask" -> desk.ask(account, seen, text);
            case "note" -> desk.note(account, seen, text);
            case "hand" -> hand(account, seen, form.getOrDefault("to", ""));
            case "assign" -> assign(account, seen, form.getOrDefault("to", ""));
            default -> throw new BadRequestResponse("nothing to do");
        };
        if (fault.isPresent()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            gone(request, new Refused(deed, text, fault), seen);
            return;
        }
        var page = parts.pages().page(request, Page.Section.NONE, "requests.title");
        boolean away = deed.equals("hand");
        request.redirect(page.to(away ? "/requests" : "/requests/" + seen.id()), HttpStatus.SEE_OTHER);
    }

    /// What is not there any more cannot be shown: the page of lists says so.
    private void gone(Context request, Refused refused, Desk.Seen seen) {
        var account = AccessRoutes.official(request).account();
        var still = desk.open(account, seen.id());
        if (still.isPresent()) {
            show(request, refused, still.get());
            return;
        }
        var page = parts.pages().page(request, Page.Section.NONE, "requests.one.title");
        parts.pages().show(request, "requestGone.jte", page, Map.of("account", account));
    }

    private Optional<Fault> assign(Account account, Desk.Seen seen, String to) {
        return desk.assign(account, seen, number(to), (id, request) -> parts.officials().people().find(id)
                .filter(one -> mayHave(one, request.unit())).isPresent());
    }

    /// To an office where somebody reads.
    private Optional<Fault> hand(Account account, Desk.Seen seen, String to) {
        var readable = UnitId.parse(to).filter(unit -> isRead(parts.officials().people().all(), unit));
        return readable.isEmpty() ? Optional.of(Fault.NO_UNIT) : desk.hand(account, seen, to);
    }

    private static boolean isRead(List<Account> people, UnitId unit) {
        return people.stream().anyMatch(one -> mayHave(one, unit));
    }

    static long number(String digits) {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new NotFoundResponse("not a number");
        }
        return Long.parseLong(digits);
    }

    private static int revision(String digits) {
        if (!digits.matches("[0-9]{1,9}")) {
            throw new BadRequestResponse("no revision");
        }
        return Integer.parseInt(digits);
    }
}
