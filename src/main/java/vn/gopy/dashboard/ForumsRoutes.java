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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.forum.Forum;
import vn.gopy.forum.ForumBook;
import vn.gopy.forum.ForumFault;
import vn.gopy.forum.ForumGroup;
import vn.gopy.forum.ForumLetter;
import vn.gopy.forum.ForumRegister;
import vn.gopy.official.Account;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.release.Area;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The pages on which an office holds dialogue sessions: the list, and each with its groups and their answers.
public final class ForumsRoutes implements Routes {
    private static final Set<String> FIELDS = Set.of("do", "revision", "number", "area", "vi", "en", "from",
            "end", "office");

    private final OfficialParts parts;
    private final Figures figures;
    private final ForumRegister register;
    private final ForumLetter letter;

    public ForumsRoutes(OfficialParts parts, Figures figures, ForumRegister register, ForumLetter letter) {
        this.parts = parts;
        this.figures = figures;
        this.register = register;
        this.letter = letter;
    }

    /// What was not done, of which group, what the official had typed, and the phrase that was not taken.
    ///
    /// @param number the group; below zero for the session itself
    public record Declined(Optional<ForumFault> fault, int number, Map<String, String> typed, String phrase) {
        static final Declined NOTHING = new Declined(Optional.empty(), -1, Map.of(), "");

        /// What stood in a field.
        public String in(String field) {
            return typed.getOrDefault(field, "");
        }

        /// Whether it is of a group.
        public boolean isOf(ForumGroup group) {
            return fault.isPresent() && number == group.number();
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/forums", request -> {
            Query.of(request, Set.of());
            list(request, Declined.NOTHING);
        });
        routes.post("/forums", this::draft);
        routes.get("/forums/{id}", request -> {
            Query.of(request, Set.of());
            show(request, Declined.NOTHING);
        });
        routes.post("/forums/{id}", this::act);
    }

    private void list(Context request, Declined declined) {
        var account = AccessRoutes.official(request).account();
        var page = parts.pages().page(request, Page.Section.NONE, "forums.title");
        var model = model(page, account, declined);
        model.put("all", register.mine(account));
        parts.pages().show(request, "forums.jte", page, model);
    }

    private Map<String, Object> model(Page page, Account account, Declined declined) {
        return new HashMap<>(Map.of("account", account, "words",
                new ForumWords(page, figures.words(page, figures.settings().rule()), figures), "units",
                parts.units(account), "whole", account.scope() instanceof Scope.Province, "declined",
                declined,
                "now", figures.clock().instant()));
    }

    private void show(Context request, Declined declined) {
        var account = AccessRoutes.official(request).account();
        var file = one(request);
        var page = parts.pages().page(request, Page.Section.NONE, "forums.one");
        var model = model(page, account, declined.typed().isEmpty()
                ? new Declined(declined.fault(), declined.number(), typed(file.forum()), declined.phrase())
                : declined);
        model.put("file", file);
        model.put("letter", letter);
        model.put("approver", account.role() == Role.APPROVER);
        parts.pages().show(request, "forum.jte", page, model);
    }

    private ForumBook.File one(Context request) {
        return number(request.pathParam("id"))
                .flatMap(id -> register.find(AccessRoutes.official(request).account(), id))
                .orElseThrow(NotFoundResponse::new);
    }

    private void draft(Context request) {
        var form = Form.of(request, FIELDS);
        var account = AccessRoutes.official(request).account();
        switch (read(form).map(content -> register.draft(account, content))
                .orElseGet(() -> new ForumRegister.Kept.Not(ForumFault.NO_TIME))) {
            case ForumRegister.Kept.Under(var id) -> go(request, id);
            case ForumRegister.Kept.Not(var fault) -> {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
                list(request, new Declined(Optional.of(fault), -1, form, phrase(form)));
            }
        }
    }

    private void act(Context request) {
        var form = Form.of(request, FIELDS);
        long id = one(request).forum().id();
        int revision = number(form.getOrDefault("revision", "")).orElseThrow(BadRequestResponse::new)
                .intValue();
        var account = AccessRoutes.official(request).account();
        var act = form.getOrDefault("do", "");
        boolean ofGroup = Set.of("answer", "drop-answer", "send").contains(act);
        int group = ofGroup
                ? number(form.getOrDefault("number", "")).orElseThrow(BadRequestResponse::new).intValue()
                : -1;
        var fault = ofGroup
                ? answer(act, new ForumRegister.SeenGroup(account, id, group, revision), form)
                : hold(act, new ForumRegister.Seen(account, id, revision), form);
        if (fault.isEmpty()) {
            go(request, id);
            return;
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        boolean typed = act.equals("keep") || act.equals("answer");
        show(request, new Declined(fault, group, typed ? form : Map.of(), phrase(form)));
    }

    private Optional<ForumFault> hold(String act, ForumRegister.Seen seen, Map<String, String> form) {
        return switch (act) {
            case "keep" -> read(form).map(content -> register.rewrite(seen, content))
                    .orElse(Optional.of(ForumFault.NO_TIME));
            case "approve" -> register.approve(seen);
            case "close" -> register.close(seen);
            case "drop" -> register.drop(seen);
            default -> throw new BadRequestResponse("nothing to do");
        };
    }

    private Optional<ForumFault> answer(String act, ForumRegister.SeenGroup seen, Map<String, String> form) {
        return switch (act) {
            case "answer" -> register.draftAnswer(seen, said(form));
            case "send" -> register.send(seen);
            default -> register.dropAnswer(seen);
        };
    }

    private void go(Context request, long id) {
        var page = parts.pages().page(request, Page.Section.NONE, "forums.one");
        request.redirect(page.to("/forums/" + id), HttpStatus.SEE_OTHER);
    }

    private static ForumGroup.Answer said(Map<String, String> form) {
        return new ForumGroup.Answer(form.getOrDefault("office", ""), form.getOrDefault("vi", ""),
                Optional.of(form.getOrDefault("en", "")));
    }

    private String phrase(Map<String, String> form) {
        return register.phrase(said(form)).orElse("");
    }

    /// Empty when a day is none.
    private Optional<Forum.Content> read(Map<String, String> form) {
        return day(form.getOrDefault("from", ""))
                .flatMap(from -> day(form.getOrDefault("end", "")).map(end -> new Forum.Content(
                        Area.parse(form.getOrDefault("area", "")).orElse(Area.UNCLEAR),
                        form.getOrDefault("vi", ""), Optional.of(form.getOrDefault("en", "")), start(from),
                        start(end.plusDays(1)))));
    }

    /// The whole first and last days count.
    private Instant start(LocalDate day) {
        return day.atStartOfDay(parts.zone()).toInstant();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Map<String, String> typed(Forum forum) {
        var content = forum.content();
        return Map.of("area", content.area().code(), "vi", content.vietnamese(), "en",
                content.english().orElse(""), "from", day(content.opensAt()), "end", day(forum.lastMoment()));
    }

    private String day(Instant moment) {
        return LocalDate.ofInstant(moment, parts.zone()).toString();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
