package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.official.Account;
import vn.gopy.register.Column;
import vn.gopy.register.Entry;
import vn.gopy.register.Flaw;
import vn.gopy.register.Outcome;
import vn.gopy.register.Register;
import vn.gopy.register.RegisterDesk;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The editors' pages of a register: what stands in it, a form for a new entry, and each entry with its history.
public final class RegistersRoutes implements Routes {
    private final OfficialParts parts;
    private final RegisterDesk desk;

    public RegistersRoutes(OfficialParts parts, RegisterDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    /// What an editor typed, and what is wrong with it.
    public record Typed(Map<String, String> cells, List<Flaw> flaws, boolean changed) {
        static final Typed NOTHING = new Typed(Map.of(), List.of(), false);

        public Typed {
            cells = Map.copyOf(cells);
            flaws = List.copyOf(flaws);
        }

        /// What is wrong in a column; empty for the entry as a whole.
        public List<Flaw> in(String column) {
            return flaws.stream().filter(flaw -> flaw.column().equals(column)).toList();
        }

        public String of(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/registers/{register}", request -> show(request, Typed.NOTHING));
        routes.post("/registers/{register}", this::add);
        routes.get("/registers/{register}/{id}", request -> {
            Query.of(request, Set.of());
            one(request, Optional.empty());
        });
        routes.post("/registers/{register}/{id}", this::act);
    }

    static Register register(Context request) {
        return Register.of(request.pathParam("register")).orElseThrow(NotFoundResponse::new);
    }

    private static Account account(Context request) {
        return AccessRoutes.official(request).account();
    }

    private RegisterWords words(Page page) {
        return new RegisterWords(page, parts.gazetteer(), parts.zone());
    }

    private void show(Context request, Typed typed) {
        var asked = typed.flaws().isEmpty()
                ? Query.asked(request, Set.of("page", "done"))
                : Map.<String, String>of();
        var register = register(request);
        var entries = desk.all(register).reversed();
        var page = parts.pages().page(request, Page.Section.NONE, "register.edit." + register.word());
        var shown = new HashMap<String, Object>(Map.of("account", account(request), "register", register,
                "leaf", Leaf.of(entries, RegisterWords.number(asked, "page", 100_000).orElse(1)), "typed",
                typed, "asked", asked, "words", words(page), "units", parts.gazetteer().newUnits()));
        shown.put("mine", entries.stream()
                .filter(entry -> desk.mayKeep(account(request), register, entry.cells())).map(Entry::id)
                .toList());
        parts.pages().show(request, "registers.jte", page, shown);
    }

    private static Set<String> fields(Register register, String... more) {
        var fields = new HashSet<>(Set.of(more));
        register.columns().stream().map(Column::name).forEach(fields::add);
        return fields;
    }

    private void add(Context request) {
        var register = register(request);
        var form = Form.of(request, fields(register));
        switch (desk.add(account(request), register, form)) {
            case Outcome.Done(var id) -> go(request, register, Long.toString(id));
            case Outcome.Refused(var flaws) -> {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
                show(request, new Typed(form, flaws, false));
            }
            case Outcome.Changed() -> throw new BadRequestResponse("nothing was there to change");
        }
    }

    private void go(Context request, Register register, String id) {
        var page = parts.pages().page(request, Page.Section.NONE, "register.edit." + register.word());
        request.redirect(page.to("/registers/" + register.word() + "/" + id), HttpStatus.SEE_OTHER);
    }

    private Entry entry(Context request, Register register) {
        var id = request.pathParam("id");
        return Optional.of(id).filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong)
                .flatMap(number -> desk.find(register, number)).orElseThrow(NotFoundResponse::new);
    }

    private void one(Context request, Optional<Typed> typed) {
        var register = register(request);
        var entry = entry(request, register);
        var page = parts.pages().page(request, Page.Section.NONE, "register.edit.entry");
        parts.pages().show(request, "registerEntry.jte", page, Map.of("account", account(request), "entry",
                entry, "versions", desk.versions(entry), "typed",
                typed.orElse(new Typed(entry.cells().texts(), List.of(), false)), "words", words(page),
                "units", parts.gazetteer().newUnits(), "mine",
                desk.mayKeep(account(request), register, entry.cells()), "people",
                new RequestWords(page, parts.gazetteer(), parts.officials().people().all())));
    }

    private void act(Context request) {
        var register = register(request);
        var form = Form.of(request, fields(register, "do", "revision"));
        var revision = form.getOrDefault("revision", "");
        if (!revision.matches("[0-9]{1,9}")) {
            throw new BadRequestResponse("no revision");
        }
        var act = new RegisterDesk.Act(account(request), register, entry(request, register).id(),
                Integer.parseInt(revision));
        var outcome = switch (form.getOrDefault("do", "")) {
            case "change" -> desk.change(act, form);
            case "withdraw" -> desk.withdraw(act);
            case "restore" -> desk.restore(act);
            case "erase" -> desk.erase(act);
            default -> throw new BadRequestResponse("nothing to do");
        };
        switch (outcome) {
            case Outcome.Done(var id) -> go(request, register, Long.toString(id));
            case Outcome.Refused(var flaws) -> refuse(request, new Typed(form, flaws, false));
            case Outcome.Changed() -> refuse(request, new Typed(form, List.of(), true));
        }
    }

    private void refuse(Context request, Typed typed) {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        one(request, Optional.of(typed));
    }
}
