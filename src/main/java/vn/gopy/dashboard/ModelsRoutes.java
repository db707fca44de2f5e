package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.place.UnitId;
import vn.gopy.register.Model;
import vn.gopy.register.Models;
import vn.gopy.register.Models.Filter;
import vn.gopy.register.Published;
import vn.gopy.register.Register;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The register of models of "Dân vận khéo", for everybody: totals of what stands here, what was published
/// elsewhere in a box of its own, a list to search, and a page for each model.
public final class ModelsRoutes implements Routes {
    private static final Set<String> ASKED = Set.of("q", "field", "kind", "state", "unit", "year", "page");
    private static final int LAST_YEAR = 9_999;

    private final OfficialParts parts;
    private final Models models;
    private final Published published;

    public ModelsRoutes(OfficialParts parts, Models models, Published published) {
        this.parts = parts;
        this.models = models;
        this.published = published;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/models", this::list);
        routes.get("/models/{id}", this::one);
    }

    private RegisterWords words(Page page) {
        return new RegisterWords(page, parts.gazetteer(), parts.zone());
    }

    private void list(Context request) {
        var asked = Query.asked(request, ASKED);
        var filter = filter(asked);
        var all = models.all();
        int number = number(asked, "page", 100_000).orElse(1);
        var page = parts.pages().page(request, Page.Section.REGISTERS, "register.models.title");
        var shown = new HashMap<String, Object>(Map.of("all", all, "leaf",
                Leaf.of(models.some(all, filter), number), "filter", filter, "asked", asked, "words",
                words(page), "units", parts.gazetteer().newUnits(), "published",
                published.of(Register.MODELS)));
        shown.put("years", all.stream().map(Model::year).distinct().sorted().toList().reversed());
        parts.pages().show(request, "models.jte", page, shown);
    }

    private Filter filter(Map<String, String> asked) {
        return new Filter(asked.getOrDefault("q", ""), code(asked, "field", Register.FIELDS),
                code(asked, "kind", Register.KINDS), code(asked, "state", Register.STATES), unit(asked),
                number(asked, "year", LAST_YEAR));
    }

    private static Optional<String> code(Map<String, String> asked, String name, List<String> codes) {
        var code = Optional.ofNullable(asked.get(name)).filter(one -> !one.equals("all"));
        if (code.filter(one -> !codes.contains(one)).isPresent()) {
            throw Query.refusal(List.of(name));
        }
        return code;
    }

    private static Optional<Integer> number(Map<String, String> asked, String name, int most) {
        if (asked.getOrDefault(name, "all").equals("all")) {
            return Optional.empty();
        }
        var number = RegisterWords.number(asked, name, most);
        if (number.isEmpty()) {
            throw Query.refusal(List.of(name));
        }
        return number;
    }

    private Optional<UnitId> unit(Map<String, String> asked) {
        if (asked.getOrDefault("unit", "all").equals("all")) {
            return Optional.empty();
        }
        var unit = UnitId.parse("new:" + asked.get("unit"))
                .filter(id -> parts.gazetteer().unit(id).isPresent());
        if (unit.isEmpty()) {
            throw Query.refusal(List.of("unit"));
        }
        return unit;
    }

    private void one(Context request) {
        Query.of(request, Set.of());
        var id = request.pathParam("id");
        var model = models.all().stream().filter(one -> Long.toString(one.id()).equals(id)).findFirst()
                .orElseThrow(NotFoundResponse::new);
        var page = parts.pages().titled(request, Page.Section.REGISTERS, model.title());
        parts.pages().show(request, "model.jte", page, Map.of("model", model, "words", words(page)));
    }
}
