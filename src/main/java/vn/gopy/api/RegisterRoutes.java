package vn.gopy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Claim;
import vn.gopy.register.Models;
import vn.gopy.register.Paper;
import vn.gopy.register.Papers;
import vn.gopy.register.Register;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;
import vn.gopy.web.Tagged;

/// The registers for programs: what the pages show, to read alone. Counted by [ApiRoutes], as everything under
/// `/api/v1`.
public final class RegisterRoutes implements Routes {
    private static final String WORDS = "q";
    private static final String PLAIN = "[\\p{L}\\p{M}\\p{N} ./-]{1,80}";

    private final Papers papers;
    private final Models models;
    private final Function<Register, List<Claim>> published;

    /// @param published what is told elsewhere of how many there are
    public RegisterRoutes(Papers papers, Models models, Function<Register, List<Claim>> published) {
        this.papers = papers;
        this.models = models;
        this.published = published;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/documents", this::documents);
        routes.get("/api/v1/models", this::models);
    }

    private static Map<String, String> asked(Context request, String... more) {
        var known = new HashSet<>(Set.of(Slice.AFTER, Slice.LIMIT, WORDS));
        known.addAll(List.of(more));
        var query = Query.exactly(request, known);
        if (!query.getOrDefault(WORDS, "a").matches(PLAIN)) {
            throw Query.refusal(List.of(WORDS));
        }
        return query;
    }

    private static Optional<String> code(Map<String, String> query, String name, List<String> codes) {
        var code = Optional.ofNullable(query.get(name));
        if (code.filter(one -> !codes.contains(one)).isPresent()) {
            throw Query.refusal(List.of(name));
        }
        return code;
    }

    private void documents(Context request) {
        var query = asked(request, "level");
        var filter = new Papers.Filter(query.getOrDefault(WORDS, ""), code(query, "level", Register.LEVELS),
                Optional.empty());
        var found = Papers.some(papers.all(), filter, LocalDate.MIN);
        answer(request, RegisterJson.papers(slice(found, Paper::id, query),
                published.apply(Register.DOCUMENTS)));
    }

    private void models(Context request) {
        var query = asked(request, "field", "kind", "state", "unit", "year");
        var wrong = new ArrayList<String>();
        var unit = Optional.ofNullable(query.get("unit")).flatMap(code -> UnitId.parse("new:" + code));
        if (query.containsKey("unit") && unit.isEmpty()) {
            wrong.add("unit");
        }
        if (!query.getOrDefault("year", "2026").matches("[0-9]{4}")) {
            wrong.add("year");
        }
        if (!wrong.isEmpty()) {
            throw Query.refusal(wrong);
        }
        var filter = new Models.Filter(query.getOrDefault(WORDS, ""), code(query, "field", Register.FIELDS),
                code(query, "kind", Register.KINDS), code(query, "state", Register.STATES),
                unit, Optional.ofNullable(query.get("year")).map(Integer::parseInt));
        var all = models.all();
        answer(request, RegisterJson.models(
                slice(models.some(all, filter), model -> Long.toString(model.id()), query), all,
                published.apply(Register.MODELS)));
    }

    private static <T> Slice<T> slice(List<T> all, Function<T, String> key, Map<String, String> query) {
        return Slice.of(all, key, query).orElseThrow(() -> Query.refusal(Slice.wrong(all, key, query)));
    }

    private static void answer(Context request, ObjectNode body) {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        Tagged.untilChanged(Tagged.nameOf(bytes), Tagged.JSON).answer(request, () -> bytes);
    }
}
