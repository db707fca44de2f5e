package vn.gopy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.gopy.place.Unit;
import vn.gopy.release.Period;
import vn.gopy.release.Releases;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;
import vn.gopy.web.Tagged;

/// What the codes in figures stand for, and the questions without a source of all releases. Counted by
/// [ApiRoutes], as everything under `/api/v1`.
public final class CatalogueRoutes implements Routes {
    private static final Set<String> PAGING = Set.of(Slice.AFTER, Slice.LIMIT);
    private static final String PERIOD = "period";

    private final Releases releases;
    private final Catalogue catalogue;

    public CatalogueRoutes(Releases releases, Catalogue catalogue) {
        this.releases = releases;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/units", this::units);
        routes.get("/api/v1/districts", this::districts);
        routes.get("/api/v1/topics", this::topics);
        routes.get("/api/v1/questions", this::questions);
    }

    private void units(Context request) {
        var query = Query.exactly(request, PAGING);
        answer(request, catalogue.units(slice(catalogue.units(), CatalogueRoutes::code, query)));
    }

    private static String code(Unit unit) {
        return unit.id().code();
    }

    private void districts(Context request) {
        Query.exactly(request, Set.of());
        answer(request, catalogue.districts());
    }

    private void topics(Context request) {
        Query.exactly(request, Set.of());
        answer(request, catalogue.topics());
    }

    private void questions(Context request) {
        var query = Query.exactly(request, Set.of(Slice.AFTER, Slice.LIMIT, PERIOD));
        if (query.containsKey(PERIOD) && Period.parse(query.get(PERIOD)).isEmpty()) {
            throw Query.refusal(List.of(PERIOD));
        }
        var all = Asked.all(releases).stream()
                .filter(asked -> asked.group().period().code().equals(
                        query.getOrDefault(PERIOD, asked.group().period().code())))
                .toList();
        answer(request, catalogue.questions(slice(all, Asked::id, query)));
    }

    private static <T> Slice<T> slice(List<T> all, Function<T, String> key, Map<String, String> query) {
        return Slice.of(all, key, query).orElseThrow(() -> Query.refusal(Slice.wrong(all, key, query)));
    }

    private static void answer(Context request, ObjectNode body) {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        Tagged.untilChanged(Tagged.nameOf(bytes), Tagged.JSON).answer(request, () -> bytes);
    }
}
