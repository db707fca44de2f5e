package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.gopy.official.Account;
import vn.gopy.official.Scope;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.request.Counts;
import vn.gopy.request.Desk;
import vn.gopy.request.Fault;
import vn.gopy.request.Filter;
import vn.gopy.request.Templates;
import vn.gopy.topic.Topic;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The requests of an office: the list with its totals and filters, the counts as a file, and the beginnings of
/// answers that the office keeps.
public final class RequestsRoutes implements Routes {
    private static final Set<String> FILTERS = Set.of("show", "unit", "topic", "mine", "page");

    private final OfficialParts parts;
    private final Behind behind;

    /// What stands behind the pages.
    ///
    /// @param csv writes counts
    public record Behind(Desk desk, Templates templates, Counts counts,
            Function<List<Counts.Line>, byte[]> csv) {}

    public RequestsRoutes(OfficialParts parts, Behind behind) {
        this.parts = parts;
        this.behind = behind;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/requests", this::list);
        routes.get("/requests.csv", this::counts);
        routes.get("/templates", request -> {
            Query.of(request, Set.of());
            templates(request, Map.of("name", "", "text", ""), Optional.empty());
        });
        routes.post("/templates", this::keep);
        routes.post("/templates/{id}", this::drop);
    }

    private void list(Context request) {
        var query = Query.of(request, FILTERS);
        var filter = filter(query).orElseThrow(() -> Query.refusal(query.keySet()));
        var account = AccessRoutes.official(request).account();
        var page = parts.pages().page(request, Page.Section.NONE, "requests.title");
        var parameters = new HashMap<String, Object>(Map.of("account", account, "filter", filter, "listed",
                behind.desk().look(account, filter), "units", units(account), "topics",
                List.of(Topic.values()), "words",
                new RequestWords(page, parts.gazetteer(), parts.officials().people().all())));
        var year = behind.desk().today().plusMonths(1).getYear();
        parameters.put("unknown", behind.desk().knowsHolidays(year) ? "" : Integer.toString(year));
        parts.pages().show(request, "requests.jte", page, parameters);
    }

    private List<Unit> units(Account account) {
        return account.scope() instanceof Scope.Province() ? parts.gazetteer().newUnits() : List.of();
    }

    private Optional<Filter> filter(Map<String, String> query) {
        var which = Filter.Which.of(query.getOrDefault("show", "waiting"));
        var unit = chosen(query, "unit").map(code -> "new:" + code);
        var code = chosen(query, "topic");
        var topic = code.flatMap(Topic::of);
        var number = query.getOrDefault("page", "1");
        boolean known = which.isPresent() && number.matches("[1-9][0-9]{0,3}")
                && query.getOrDefault("mine", "yes").equals("yes")
                && unit.map(this::isUnit).orElse(true) && (code.isEmpty() || topic.isPresent());
        return known
                ? Optional.of(new Filter(which.get(), unit.orElse(""), topic,
                        query.containsKey("mine"), Integer.parseInt(number)))
                : Optional.empty();
    }

    private static Optional<String> chosen(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.equals("all"));
    }

    private boolean isUnit(String id) {
        return UnitId.parse(id).flatMap(parts.gazetteer()::unit).isPresent();
    }

    private void counts(Context request) {
        Query.exactly(request, Set.of());
        var account = AccessRoutes.official(request).account();
        var file = behind.csv().apply(behind.counts().of(account, behind.desk().today()));
        request.header("Content-Disposition", "attachment; filename=\"gopy-requests.csv\"");
        request.contentType("text/csv; charset=utf-8").result(file);
    }

    private void templates(Context request, Map<String, String> typed, Optional<Fault> fault) {
        var account = AccessRoutes.official(request).account();
        var page = parts.pages().page(request, Page.Section.NONE, "templates.title");
        fault.ifPresent(_ -> request.status(HttpStatus.UNPROCESSABLE_CONTENT));
        parts.pages().show(request, "templates.jte", page, Map.of("account", account, "templates",
                behind.templates().of(account), "typed", typed, "fault", fault));
    }

    private void keep(Context request) {
        var form = Form.of(request, Set.of("name", "text"));
        var fault = behind.templates().keep(AccessRoutes.official(request).account(),
                form.getOrDefault("name", ""), form.getOrDefault("text", ""));
        if (fault.isPresent()) {
            templates(request, form, fault);
            return;
        }
        back(request);
    }

    /// One that is gone already is gone: a second press does no harm.
    private void drop(Context request) {
        Form.of(request, Set.of());
        behind.templates().drop(AccessRoutes.official(request).account(),
                RequestRoutes.number(request.pathParam("id")));
        back(request);
    }

    private void back(Context request) {
        request.redirect(parts.pages().page(request, Page.Section.NONE, "templates.title").to("/templates"),
                HttpStatus.SEE_OTHER);
    }
}
