package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.official.Account;
import vn.gopy.official.Fault;
import vn.gopy.official.People;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.official.Welcome;
import vn.gopy.place.UnitId;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The operators' pages about accounts: invite, change roles, disable, give one-time codes.
public final class PeopleRoutes implements Routes {
    private static final Set<String> ROLE = Set.of("role", "scope");

    private final OfficialParts parts;
    private final People people;

    public PeopleRoutes(OfficialParts parts) {
        this.parts = parts;
        people = parts.officials().people();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/people", request -> {
            Query.of(request, Set.of());
            show(request, Set.of());
        });
        routes.post("/people", this::invite);
        routes.get("/people/{id}", request -> {
            Query.of(request, Set.of());
            show(request, account(request), Set.of());
        });
        routes.post("/people/{id}/role", this::role);
        routes.post("/people/{id}/state", this::state);
        routes.post("/people/{id}/code", this::code);
    }

    private Page page(Context request) {
        return parts.pages().page(request, Page.Section.NONE, "official.people.title");
    }

    private static long self(Context request) {
        return AccessRoutes.official(request).account().id();
    }

    private void show(Context request, Set<Fault> faults) {
        var page = page(request);
        faulty(request, faults);
        parts.pages().show(request, "people.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "people", people.all(), "faults",
                        faults, "units", parts.gazetteer().newUnits(), "words", parts.words(page)));
    }

    private static void faulty(Context request, Set<Fault> faults) {
        if (!faults.isEmpty()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Account account(Context request) {
        var id = request.pathParam("id");
        return (id.matches("[0-9]{1,18}") ? people.find(Long.parseLong(id)) : Optional.<Account>empty())
                .orElseThrow(NotFoundResponse::new);
    }

    private void show(Context request, Account person, Set<Fault> faults) {
        var page = parts.pages().titled(request, Page.Section.NONE, person.name());
        faulty(request, faults);
        parts.pages().show(request, "person.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "person", person, "faults",
                        faults,
                        "units", parts.gazetteer().newUnits(), "words", parts.words(page)));
    }

    private void invite(Context request) {
        var form = Form.of(request, ROLE);
        var role = role(form);
        var scope = scope(form);
        if (!people.fits(role, scope)) {
            show(request, Set.of(Fault.SCOPE_WRONG));
            return;
        }
        hand(request, people.invite(self(request), role, scope), "");
    }

    private static Role role(Map<String, String> form) {
        return Role.of(form.getOrDefault("role", "")).orElseThrow(BadRequestResponse::new);
    }

    private static Scope scope(Map<String, String> form) {
        var text = form.getOrDefault("scope", "");
        return text.equals("province")
                ? Scope.province()
                : UnitId.parse(text).filter(UnitId::isNew).<Scope>map(Scope.Commune::new)
                        .orElseThrow(BadRequestResponse::new);
    }

    private void hand(Context request, People.Handed handed, String name) {
        var page = page(request);
        parts.pages().show(request, "handed.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "handed", handed, "name", name,
                        "words", parts.words(page)));
    }

    private void role(Context request) {
        var form = Form.of(request, ROLE);
        var person = account(request);
        after(request, person, people.change(self(request), person.id(), role(form), scope(form)));
    }

    private void state(Context request) {
        var form = Form.of(request, Set.of("enabled"));
        var person = account(request);
        boolean enabled = switch (form.getOrDefault("enabled", "")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new BadRequestResponse("in or out");
        };
        after(request, person, people.enable(self(request), person.id(), enabled));
    }

    private void after(Context request, Account person, Optional<Fault> fault) {
        if (fault.isPresent()) {
            show(request, person, Set.of(fault.get()));
            return;
        }
        request.redirect(page(request).to("/people/" + person.id()), HttpStatus.SEE_OTHER);
    }

    private void code(Context request) {
        var form = Form.of(request, Set.of("kind"));
        var kind = switch (form.getOrDefault("kind", "")) {
            case "password" -> Welcome.Kind.PASSWORD;
            case "anew" -> Welcome.Kind.ANEW;
            default -> throw new BadRequestResponse("no such code");
        };
        var person = account(request);
        hand(request, people.code(self(request), person, kind), person.name());
    }
}
