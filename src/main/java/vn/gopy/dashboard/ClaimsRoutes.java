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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.gopy.answer.ClaimDesk;
import vn.gopy.answer.ClaimFault;
import vn.gopy.answer.ClaimSheet;
import vn.gopy.answer.ClaimVersion;
import vn.gopy.official.Account;
import vn.gopy.policy.Flaw;
import vn.gopy.policy.Manuscript;
import vn.gopy.policy.Proofreader;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Period;
import vn.gopy.topic.Topic;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The pages on which editors write what the bot may say: what nobody could answer, and each claim with its
/// draft. One writes, another publishes.
public final class ClaimsRoutes implements Routes {
    private static final String NEW = "new";
    private static final Set<String> GROUP = Set.of("month", "place");

    private final OfficialParts parts;
    private final Figures figures;
    private final ClaimDesk desk;
    private final Supplier<String> trouble;

    /// @param trouble why what is published is not said, in the build's words; empty when it is
    public ClaimsRoutes(OfficialParts parts, Figures figures, ClaimDesk desk, Supplier<String> trouble) {
        this.parts = parts;
        this.figures = figures;
        this.desk = desk;
        this.trouble = trouble;
    }

    /// A published group of questions, by its place in its month from 1, and the sheets written for it.
    public record Group(Period month, int place, OpenQuestion question, List<ClaimSheet> sheets) {
        private ClaimSheet.Group named() {
            return new ClaimSheet.Group(month.code(), question.words());
        }
    }

    /// What is shown of a claim beside its form.
    ///
    /// @param question what was asked to try it
    public record Looked(List<Flaw> flaws, String question, Optional<Proofreader.Reply> reply,
            Optional<ClaimFault> fault) {
        private static final Looked NOTHING = new Looked(List.of(), "", Optional.empty(), Optional.empty());

        public Looked {
            flaws = List.copyOf(flaws);
        }

        /// What is wrong at a field.
        public List<Flaw> at(String field) {
            return flaws.stream().filter(flaw -> flaw.field().equals(field)).toList();
        }

        /// What is wrong with a value of a field that takes several, from 0.
        public List<Flaw> at(String field, int row) {
            return at(field).stream().filter(flaw -> flaw.row() == row).toList();
        }
    }

    /// A page of one claim: the sheet if there is one already, the group it answers, and the form.
    private record Shown(Optional<ClaimSheet> sheet, Optional<Group> group, ClaimForm form, Looked looked) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/claims", this::list);
        routes.get("/claims/{id}", this::open);
        routes.post("/claims/{id}", this::act);
    }

    private void list(Context request) {
        Query.of(request, Set.of());
        var page = parts.pages().page(request, Page.Section.NONE, "claims.title");
        parts.pages().show(request, "claims.jte", page,
                Map.of("account", official(request), "groups", groups(), "sheets", desk.book().all(),
                        "words", words(page), "trouble", trouble.get()));
    }

    private static Account official(Context request) {
        return AccessRoutes.official(request).account();
    }

    private ClaimWords words(Page page) {
        return new ClaimWords(page, figures.words(page, figures.settings().rule()), parts.words(page),
                parts.officials().people().all());
    }

    /// Exactly what the releases show, the newest month first.
    private List<Group> groups() {
        var sheets = desk.book().all();
        return figures.releases().periods(Period.Kind.MONTH).stream()
                .flatMap(month -> groups(month, sheets).stream()).toList();
    }

    private List<Group> groups(Period month, List<ClaimSheet> sheets) {
        var questions = figures.releases().closing(month).map(release -> release.unanswered(month))
                .orElse(List.of());
        return IntStream.range(0, questions.size()).mapToObj(place -> {
            var group = new ClaimSheet.Group(month.code(), questions.get(place).words());
            return new Group(month, place + 1, questions.get(place),
                    sheets.stream().filter(sheet -> sheet.group().filter(group::equals).isPresent())
                            .toList());
        }).toList();
    }

    private Optional<Group> group(Map<String, String> named) {
        return groups().stream().filter(group -> group.month().code().equals(named.get("month"))
                && Integer.toString(group.place()).equals(named.get("place"))).findFirst();
    }

    private Optional<Group> group(ClaimSheet sheet) {
        return groups().stream().filter(group -> sheet.group().filter(group.named()::equals).isPresent())
                .findFirst();
    }

    private void open(Context request) {
        if (request.pathParam("id").equals(NEW)) {
            var query = Query.of(request, GROUP);
            var group = group(query);
            if (group.isEmpty() && !query.keySet().stream().filter(GROUP::contains).toList().isEmpty()) {
                throw new NotFoundResponse();
            }
            show(request, new Shown(Optional.empty(), group, blank(group), Looked.NOTHING));
            return;
        }
        Query.of(request, Set.of());
        show(request, kept(sheet(request), Optional.empty()));
    }

    /// Nothing is filled in but what is known: today, and the topic of the group.
    private ClaimForm blank(Optional<Group> group) {
        return new ClaimForm(Map.of("checked", desk.today().toString(), "topic",
                group.flatMap(one -> one.question().topic()).map(Topic::code).orElse(""), "certainty",
                "text"));
    }

    private ClaimSheet sheet(Context request) {
        var id = request.pathParam("id");
        return (id.matches("[0-9]{1,9}")
                ? desk.book().find(Long.parseLong(id))
                : Optional.<ClaimSheet>empty()).orElseThrow(NotFoundResponse::new);
    }

    /// A sheet as it is kept; a draft is looked through, and asked for by its first way of asking.
    private Shown kept(ClaimSheet sheet, Optional<ClaimFault> fault) {
        var claim = sheet.newest().map(ClaimVersion::manuscript).orElse(new Manuscript(Map.of()));
        return new Shown(Optional.of(sheet), group(sheet), ClaimForm.of(claim),
                sheet.draft().isPresent()
                        ? looked(Optional.of(sheet), claim, claim.one("asked"), fault)
                        : new Looked(List.of(), "", Optional.empty(), fault));
    }

    private Looked looked(Optional<ClaimSheet> sheet, Manuscript claim, String question,
            Optional<ClaimFault> fault) {
        var flaws = desk.flaws(sheet, claim);
        return new Looked(flaws, question, question.isBlank()
                ? Optional.empty()
                : desk.answer(sheet, claim, question), fault);
    }

    private void show(Context request, Shown shown) {
        var page = parts.pages().page(request, Page.Section.NONE, "claims.one");
        var parameters = new HashMap<String, Object>(Map.of("account", official(request), "sheet",
                shown.sheet(), "group", shown.group(), "form", shown.form(), "looked", shown.looked(),
                "subjects", desk.subjects(), "documents", desk.documents(), "words", words(page), "yaml",
                shown.sheet().flatMap(ClaimSheet::newest).map(desk.book()::yaml).orElse("")));
        parts.pages().show(request, "claim.jte", page, parameters);
    }

    private void act(Context request) {
        var known = new HashSet<>(ClaimForm.fields());
        known.addAll(Set.of("do", "revision", "month", "place", "question", "version"));
        var form = Form.of(request, known);
        boolean fresh = request.pathParam("id").equals(NEW);
        var sheet = fresh ? Optional.<ClaimSheet>empty() : Optional.of(sheet(request));
        switch (form.getOrDefault("do", "")) {
            case "check", "try" -> look(request, sheet, form);
            case "keep" -> {
                if (sheet.isPresent()) {
                    decide(request, sheet.get(), form);
                } else {
                    begin(request, form);
                }
            }
            case "publish", "drop", "undo", "again" -> decide(request,
                    sheet.orElseThrow(() -> new BadRequestResponse("nothing is kept yet")), form);
            default -> throw new BadRequestResponse("nothing to do");
        }
    }

    /// Shows what is typed with its flaws, or what residents would be answered; keeps nothing.
    private void look(Context request, Optional<ClaimSheet> sheet, Map<String, String> form) {
        var typed = ClaimForm.typed(form);
        var question = form.getOrDefault("question", "").strip();
        var group = sheet.isPresent() ? group(sheet.get()) : group(form);
        show(request, new Shown(sheet, group, typed,
                looked(sheet, typed.manuscript(), question, Optional.empty())));
    }

    private void begin(Context request, Map<String, String> form) {
        long id = desk.begin(official(request), group(form).map(Group::named),
                ClaimForm.typed(form).manuscript());
        back(request, "/claims/" + id);
    }

    private void back(Context request, String address) {
        var page = parts.pages().page(request, Page.Section.NONE, "claims.one");
        request.redirect(page.to(address), HttpStatus.SEE_OTHER);
    }

    private void decide(Context request, ClaimSheet sheet, Map<String, String> form) {
        var revision = form.getOrDefault("revision", "");
        if (!revision.matches("[0-9]{1,9}")) {
            throw new BadRequestResponse("no revision");
        }
        var seen = new ClaimDesk.Seen(official(request), sheet.id(), Integer.parseInt(revision));
        var fault = switch (form.getOrDefault("do", "")) {
            case "keep" -> desk.draft(seen, ClaimForm.typed(form).manuscript());
            case "publish" -> desk.publish(seen);
            case "drop" -> desk.drop(seen);
            case "undo" -> desk.undo(seen);
            default -> desk.draft(seen, version(sheet, form).manuscript());
        };
        var now = desk.book().find(sheet.id());
        if (fault.isEmpty()) {
            back(request, now.isPresent() ? "/claims/" + sheet.id() : "/claims");
            return;
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        var kept = kept(now.orElseThrow(NotFoundResponse::new), fault);
        show(request, form.getOrDefault("do", "").equals("keep")
                ? new Shown(kept.sheet(), kept.group(), ClaimForm.typed(form), kept.looked())
                : kept);
    }

    private static ClaimVersion version(ClaimSheet sheet, Map<String, String> form) {
        return sheet.versions().stream()
                .filter(version -> Long.toString(version.id()).equals(form.get("version"))).findFirst()
                .orElseThrow(() -> new BadRequestResponse("no such version"));
    }
}
