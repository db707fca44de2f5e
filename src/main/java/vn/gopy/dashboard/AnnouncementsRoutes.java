package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.answer.Announcement;
import vn.gopy.answer.AnnouncementDesk;
import vn.gopy.answer.AnnouncementFault;
import vn.gopy.answer.AnnouncementLetter;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.release.Area;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The pages on which an office writes announcements: a list, each with its draft as residents will get it, and
/// what is printed of it: the sheet for the loudspeaker and the poster.
public final class AnnouncementsRoutes implements Routes {
    private static final Set<String> FIELDS = Set.of("do", "revision", "area", "topic", "kind", "vi", "en",
            "sources", "at");

    private final OfficialParts parts;
    private final Figures figures;
    private final Desk desk;

    /// What the pages are made of beside the figures.
    public record Desk(AnnouncementDesk announcements, AnnouncementLetter letter) {}

    public AnnouncementsRoutes(OfficialParts parts, Figures figures, Desk desk) {
        this.parts = parts;
        this.figures = figures;
        this.desk = desk;
    }

    /// What was not done, what the official had typed, and the word or source that was not taken.
    public record Refused(Optional<AnnouncementFault> fault, Map<String, String> typed, String named) {
        static final Refused NOTHING = new Refused(Optional.empty(), Map.of(), "");

        /// What stood in a field.
        public String in(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/announcements", request -> {
            Query.of(request, Set.of());
            list(request, Refused.NOTHING);
        });
        routes.post("/announcements", this::draft);
        routes.get("/announcements/{id}", request -> {
            Query.of(request, Set.of());
            show(request, Refused.NOTHING);
        });
        routes.post("/announcements/{id}", this::act);
        routes.get("/announcements/{id}/sheet", this::sheet);
        routes.get("/announcements/{id}/poster", this::poster);
    }

    private void list(Context request, Refused refused) {
        var account = AccessRoutes.official(request).account();
        var page = parts.pages().page(request, Page.Section.NONE, "announce.title");
        parts.pages().show(request, "announcements.jte", page, Map.of("account", account, "all",
                desk.announcements().mine(account), "words", words(page), "units", parts.units(account),
                "now",
                figures.clock().instant(),
                "whole", account.scope() instanceof Scope.Province, "refused", refused));
    }

    private AnnouncementWords words(Page page) {
        return new AnnouncementWords(page, figures.words(page, figures.settings().rule()),
                parts.gazetteer(), parts.zone());
    }

    private void show(Context request, Refused refused) {
        var account = AccessRoutes.official(request).account();
        var one = one(request);
        var page = parts.pages().page(request, Page.Section.NONE, "announce.one");
        var model = new HashMap<String, Object>(Map.of("account", account, "one", one, "words",
                words(page), "units", parts.units(account), "now", figures.clock().instant(), "whole",
                account.scope() instanceof Scope.Province,
                "refused", refused.typed().isEmpty()
                        ? new Refused(refused.fault(), typed(one), refused.named())
                        : refused,
                "waits", desk.announcements().waits(one)));
        model.put("preview", desk.letter().preview(one, Language.VIETNAMESE));
        model.put("english", one.content().english().isPresent()
                ? desk.letter().preview(one, Language.ENGLISH)
                : "");
        model.put("approves",
                account.role() == Role.APPROVER && account.id() != one.draftedBy());
        parts.pages().show(request, "announcement.jte", page, model);
    }

    private Announcement one(Context request) {
        return number(request.pathParam("id"))
                .flatMap(id -> desk.announcements().find(AccessRoutes.official(request).account(), id))
                .orElseThrow(NotFoundResponse::new);
    }

    private void sheet(Context request) {
        var page = parts.pages().page(request, Page.Section.NONE, "announce.one");
        parts.pages().show(request, "announcementSheet.jte", page, printed(request, page));
    }

    private void poster(Context request) {
        var page = parts.pages().page(request, Page.Section.NONE, "announce.one");
        parts.pages().show(request, "announcementPoster.jte", page, printed(request, page));
    }

    private Map<String, Object> printed(Context request, Page page) {
        Query.of(request, Set.of());
        var one = one(request);
        if (one.state() == Announcement.State.CANCELLED) {
            throw new NotFoundResponse();
        }
        var unit = one.content().area().unit().flatMap(parts.gazetteer()::unit);
        var link = unit.map(known -> figures.invitation().to(known.id()))
                .orElseGet(figures.invitation()::toAll);
        return Map.of("one", one, "words", words(page), "office",
                desk.letter().office(one.content().area(), page.language()), "link", link, "code",
                QrPicture.of(link), "sources", desk.letter().citations().said(one.content(), page.language()),
                "works", figures.invitation().works());
    }

    private void draft(Context request) {
        var form = Form.of(request, FIELDS);
        var account = AccessRoutes.official(request).account();
        var content = content(form);
        if (content.isEmpty()) {
            refuse(request);
            list(request, new Refused(Optional.of(AnnouncementFault.NO_TIME), form, ""));
            return;
        }
        switch (desk.announcements().draft(account, content.get())) {
            case AnnouncementDesk.Kept.Under(var id) -> go(request, id);
            case AnnouncementDesk.Kept.Not(var fault) -> {
                refuse(request);
                list(request, new Refused(Optional.of(fault), form, named(content.get())));
            }
        }
    }

    private void act(Context request) {
        var form = Form.of(request, FIELDS);
        var one = one(request);
        int revision = number(form.getOrDefault("revision", "")).orElseThrow(BadRequestResponse::new)
                .intValue();
        var seen = new AnnouncementDesk.Seen(AccessRoutes.official(request).account(), one.id(), revision);
        var fault = switch (form.getOrDefault("do", "")) {
            case "keep" -> content(form).map(content -> desk.announcements().rewrite(seen, content))
                    .orElse(Optional.of(AnnouncementFault.NO_TIME));
            case "approve" -> desk.announcements().approve(seen);
            case "cancel" -> desk.announcements().cancel(seen);
            default -> throw new BadRequestResponse("nothing to do");
        };
        if (fault.isPresent()) {
            refuse(request);
            var keeps = form.getOrDefault("do", "").equals("keep");
            show(request, new Refused(fault, keeps ? form : Map.of(),
                    content(form).map(this::named).orElse("")));
            return;
        }
        go(request, one.id());
    }

    private static void refuse(Context request) {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void go(Context request, long id) {
        var page = parts.pages().page(request, Page.Section.NONE, "announce.one");
        request.redirect(page.to("/announcements/" + id), HttpStatus.SEE_OTHER);
    }

    private String named(Announcement.Content content) {
        return desk.announcements().phrase(content).or(() -> desk.announcements().unknown(content))
                .orElse("");
    }

    /// Empty when the moment is none.
    private Optional<Announcement.Content> content(Map<String, String> form) {
        var area = Area.parse(form.getOrDefault("area", "")).orElse(Area.UNCLEAR);
        return moment(form.getOrDefault("at", "")).map(at -> new Announcement.Content(area,
                Topic.of(form.getOrDefault("topic", "")).filter(topic -> topic != Topic.KHAC),
                !form.getOrDefault("kind", "").equals("event"), form.getOrDefault("vi", ""),
                Optional.of(form.getOrDefault("en", "")).filter(text -> !text.isBlank()),
                form.getOrDefault("sources", "").lines().filter(line -> !line.isBlank()).toList(), at));
    }

    private Map<String, String> typed(Announcement one) {
        var content = one.content();
        return Map.of("area", content.area().code(), "topic", content.topic().map(Topic::code).orElse(""),
                "kind", content.policy() ? "policy" : "event", "vi", content.vietnamese(), "en",
                content.english().orElse(""), "sources", String.join("\n", content.sources()), "at",
                LocalDateTime.ofInstant(content.goesAt(), parts.zone()).toString());
    }

    private Optional<Instant> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(parts.zone()).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
