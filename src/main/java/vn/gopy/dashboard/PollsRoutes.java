package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.official.Account;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.poll.Poll;
import vn.gopy.poll.PollFault;
import vn.gopy.poll.PollRegister;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The pages on which an office writes polls: the register, and each wording as residents get it.
public final class PollsRoutes implements Routes {
    private static final Set<String> FIELDS = Set.of("do", "revision", "area", "vi", "options", "en",
            "options_en", "end");

    private final OfficialParts parts;
    private final Figures figures;
    private final PollRegister register;

    public PollsRoutes(OfficialParts parts, Figures figures, PollRegister register) {
        this.parts = parts;
        this.figures = figures;
        this.register = register;
    }

    /// What was not done, what the official had typed, and the phrase that was not taken.
    public record Declined(Optional<PollFault> fault, Map<String, String> typed, String phrase) {
        static final Declined NOTHING = new Declined(Optional.empty(), Map.of(), "");

        /// What stood in a field.
        public String in(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /// What is typed of a poll: its words, and the moment of its end.
    private record Typed(Poll.Content content, Instant endsAt) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/polls", request -> {
            Query.of(request, Set.of());
            list(request, Declined.NOTHING);
        });
        routes.post("/polls", this::draft);
        routes.get("/polls/{id}", request -> {
            Query.of(request, Set.of());
            show(request, Declined.NOTHING);
        });
        routes.post("/polls/{id}", this::act);
    }

    private void list(Context request, Declined declined) {
        var account = AccessRoutes.official(request).account();
        var page = parts.pages().page(request, Page.Section.NONE, "polls.title");
        var model = model(page, account, declined);
        model.put("all", register.mine(account));
        parts.pages().show(request, "polls.jte", page, model);
    }

    private Map<String, Object> model(Page page, Account account, Declined declined) {
        return new HashMap<>(Map.of("account", account, "words",
                new PollWords(page, figures.words(page, figures.settings().rule()), figures), "units",
                parts.units(account), "whole", account.scope() instanceof Scope.Province, "declined",
                declined,
                "now",
                figures.clock().instant()));
    }

    private void show(Context request, Declined declined) {
        var account = AccessRoutes.official(request).account();
        var one = one(request);
        var page = parts.pages().page(request, Page.Section.NONE, "polls.one");
        var model = model(page, account, declined.typed().isEmpty()
                ? new Declined(declined.fault(), typed(one), declined.phrase())
                : declined);
        model.put("one", one);
        model.put("approves", account.role() == Role.APPROVER && account.id() != one.draftedBy());
        model.put("groups", register.book().inGroups(one, figures.settings().rule(),
                Period.containing(Period.Kind.MONTH, one.lastMoment(), figures.settings().zone()),
                figures.clock().instant()));
        parts.pages().show(request, "poll.jte", page, model);
    }

    private Poll one(Context request) {
        return number(request.pathParam("id"))
                .flatMap(id -> register.find(AccessRoutes.official(request).account(), id))
                .orElseThrow(NotFoundResponse::new);
    }

    private void draft(Context request) {
        var form = Form.of(request, FIELDS);
        var account = AccessRoutes.official(request).account();
        kept(request, form, read(form).map(typed -> register.draft(account, typed.content(), typed.endsAt())),
                declined -> list(request, declined));
    }

    private interface Again {
        void with(Declined declined);
    }

    private void kept(Context request, Map<String, String> form, Optional<PollRegister.Kept> kept,
            Again again) {
        switch (kept.orElseGet(() -> new PollRegister.Kept.Not(PollFault.NO_TIME))) {
            case PollRegister.Kept.Under(var id) -> go(request, id);
            case PollRegister.Kept.Not(var fault) -> {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
                again.with(new Declined(Optional.of(fault), form, phrase(form)));
            }
        }
    }

    private void act(Context request) {
        var form = Form.of(request, FIELDS);
        var one = one(request);
        int revision = number(form.getOrDefault("revision", "")).orElseThrow(BadRequestResponse::new)
                .intValue();
        var seen = new PollRegister.Seen(AccessRoutes.official(request).account(), one.id(), revision);
        var act = form.getOrDefault("do", "");
        if (act.equals("anew")) {
            kept(request, form,
                    read(form).map(typed -> register.wordAnew(seen, typed.content(), typed.endsAt())),
                    declined -> show(request, declined));
            return;
        }
        var fault = switch (act) {
            case "keep" -> read(form).map(typed -> register.rewrite(seen, typed.content(), typed.endsAt()))
                    .orElse(Optional.of(PollFault.NO_TIME));
            case "approve" -> register.approve(seen);
            case "close" -> register.close(seen);
            case "drop" -> register.drop(seen);
            default -> throw new BadRequestResponse("nothing to do");
        };
        if (fault.isEmpty()) {
            go(request, one.id());
            return;
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, new Declined(fault, act.equals("keep") ? form : Map.of(), phrase(form)));
    }

    private void go(Context request, long id) {
        var page = parts.pages().page(request, Page.Section.NONE, "polls.one");
        request.redirect(page.to("/polls/" + id), HttpStatus.SEE_OTHER);
    }

    private String phrase(Map<String, String> form) {
        return read(form).flatMap(typed -> register.phrase(typed.content())).orElse("");
    }

    /// Empty when the last day is none.
    private Optional<Typed> read(Map<String, String> form) {
        var english = new Poll.Wording(form.getOrDefault("en", ""), lines(form, "options_en"));
        var content = new Poll.Content(Area.parse(form.getOrDefault("area", "")).orElse(Area.UNCLEAR),
                new Poll.Wording(form.getOrDefault("vi", ""), lines(form, "options")), Optional.of(english));
        return end(form.getOrDefault("end", "")).map(endsAt -> new Typed(content, endsAt));
    }

    private static List<String> lines(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").lines().filter(line -> !line.isBlank()).toList();
    }

    /// The whole last day counts.
    private Optional<Instant> end(String day) {
        try {
            return Optional.of(LocalDate.parse(day).plusDays(1).atStartOfDay(parts.zone()).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Map<String, String> typed(Poll one) {
        var words = one.content().vietnamese();
        var english = one.content().english();
        return Map.of("area", one.content().area().code(), "vi", words.question(), "options",
                String.join("\n", words.options()), "en", english.map(Poll.Wording::question).orElse(""),
                "options_en", english.map(wording -> String.join("\n", wording.options())).orElse(""), "end",
                LocalDate.ofInstant(one.lastMoment(), parts.zone()).toString());
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
