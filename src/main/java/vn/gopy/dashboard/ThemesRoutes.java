package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.answer.ThemeAnswer;
import vn.gopy.answer.ThemeBook;
import vn.gopy.answer.ThemeDesk;
import vn.gopy.answer.ThemeFault;
import vn.gopy.answer.ThemeFile;
import vn.gopy.answer.ThemeLetter;
import vn.gopy.answer.ThemeState;
import vn.gopy.official.Account;
import vn.gopy.official.Role;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The pages on which an office answers what its people said: a list of themes, and each with its draft.
public final class ThemesRoutes implements Routes {
    private static final Set<String> FIELDS = Set.of("do", "revision", "state", "vi", "en", "proof", "day");

    private final OfficialParts parts;
    private final Figures figures;
    private final Desk desk;

    /// What the pages are made of beside the figures.
    public record Desk(ThemeBook book, ThemeDesk themes, ThemeLetter letter) {}

    public ThemesRoutes(OfficialParts parts, Figures figures, Desk desk) {
        this.parts = parts;
        this.figures = figures;
        this.desk = desk;
    }

    /// What was not done, and what the official had typed.
    public record Refused(Optional<ThemeFault> fault, Optional<ThemeAnswer.Words> typed, String phrase) {
        private static final Refused NOTHING = new Refused(Optional.empty(), Optional.empty(), "");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/themes", this::list);
        routes.get("/themes/{id}", request -> {
            Query.of(request, Set.of());
            show(request, Refused.NOTHING);
        });
        routes.post("/themes/{id}", this::act);
    }

    private void list(Context request) {
        Query.of(request, Set.of());
        var account = AccessRoutes.official(request).account();
        var page = parts.pages().page(request, Page.Section.NONE, "themes.title");
        parts.pages().show(request, "themes.jte", page, Map.of("account", account, "files",
                desk.themes().mine(account), "words", words(page)));
    }

    private ThemeWords words(Page page) {
        return new ThemeWords(page, figures.words(page, figures.settings().rule()), parts.gazetteer(),
                desk.book().today(), desk.book()::age);
    }

    private void show(Context request, Refused refused) {
        var account = AccessRoutes.official(request).account();
        var file = file(request, account);
        var page = parts.pages().page(request, Page.Section.NONE, "themes.one");
        parts.pages().show(request, "theme.jte", page, Map.of("account", account, "file", file, "words",
                words(page), "zone", parts.zone(), "refused", refused, "office",
                desk.letter().office(file.theme().area(), page.language()), "preview",
                file.draft().map(draft -> desk.letter().preview(file.theme(), draft)).orElse(""), "sends",
                account.role() == Role.APPROVER));
    }

    private ThemeFile file(Context request, Account account) {
        return number(request.pathParam("id")).flatMap(id -> desk.themes().find(account, id))
                .orElseThrow(NotFoundResponse::new);
    }

    private void act(Context request) {
        var form = Form.of(request, FIELDS);
        var account = AccessRoutes.official(request).account();
        long id = file(request, account).theme().id();
        int revision = number(form.getOrDefault("revision", "")).orElseThrow(BadRequestResponse::new)
                .intValue();
        var seen = new ThemeDesk.Seen(account, id, revision);
        var typed = form.getOrDefault("do", "").equals("draft")
                ? Optional.of(typed(form))
                : Optional.<ThemeAnswer.Words>empty();
        var fault = typed.isPresent() ? desk.themes().draft(seen, typed.get()) : decide(seen, form);
        if (fault.isPresent()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, new Refused(fault, typed, typed.flatMap(desk.themes()::phrase).orElse("")));
            return;
        }
        var page = parts.pages().page(request, Page.Section.NONE, "themes.one");
        request.redirect(page.to("/themes/" + id), HttpStatus.SEE_OTHER);
    }

    private Optional<ThemeFault> decide(ThemeDesk.Seen seen, Map<String, String> form) {
        return switch (form.getOrDefault("do", "")) {
            case "send" -> desk.themes().send(seen);
            case "drop" -> desk.themes().drop(seen);
            case "promise" -> day(form.getOrDefault("day", "")).map(day -> desk.themes().promise(seen, day))
                    .orElse(Optional.of(ThemeFault.NO_DAY));
            default -> throw new BadRequestResponse("nothing to do");
        };
    }

    private static ThemeAnswer.Words typed(Map<String, String> form) {
        var state = ThemeState.of(form.getOrDefault("state", "")).filter(ThemeState::isAnAnswer)
                .orElseThrow(BadRequestResponse::new);
        return new ThemeAnswer.Words(state, form.getOrDefault("vi", ""), some(form, "en"),
                some(form, "proof"));
    }

    private static Optional<String> some(Map<String, String> form, String field) {
        return Optional.of(form.getOrDefault(field, "")).filter(text -> !text.isBlank());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
