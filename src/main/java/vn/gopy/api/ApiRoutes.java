package vn.gopy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.ReleaseDocument;
import vn.gopy.release.Releases;
import vn.gopy.release.Selection;
import vn.gopy.web.Query;
import vn.gopy.web.Quota;
import vn.gopy.web.Routes;
import vn.gopy.web.Tagged;

/// Releases for programs: read-only, the same figures as the pages. What belongs to one release never changes
/// and may be kept for ever; its hash is its ETag.
public final class ApiRoutes implements Routes {
    private static final Set<String> FILTERS = Set.of("area", "period", "table");
    private static final Set<String> PAGING = Set.of(Slice.AFTER, Slice.LIMIT);

    private final Releases releases;
    private final BiFunction<Context, Releases, Releases> shown;
    private final Quota quota;
    private final ReleaseJson json;

    /// @param shown what the sender of a request may see of the releases; whether they may see any was asked
    ///              at the door
    /// @param quota how often a caller may ask, whatever stands under `/api/v1`
    /// @param demo  whether the figures are synthetic
    public ApiRoutes(Releases releases, BiFunction<Context, Releases, Releases> shown, Quota quota,
            boolean demo) {
        this.releases = releases;
        this.shown = shown;
        this.quota = quota;
        json = new ReleaseJson(demo);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/api/v1/*", quota::admit);
        routes.get("/api/v1/releases", this::list);
        routes.get("/api/v1/releases/{id}", this::one);
        routes.get("/api/v1/releases/{id}/cells", this::cells);
        routes.get("/api/v1/releases/{id}/document", this::document);
        routes.get("/api/v1/figures/{area}/{period}", this::figures);
    }

    private void list(Context request) {
        var query = Query.exactly(request, PAGING);
        var all = releases.list().reversed();
        var slice = Slice.of(all, Release::id, query)
                .orElseThrow(() -> Query.refusal(Slice.wrong(all, Release::id, query)));
        var newest = releases.latest().map(Release::hash).orElse("none");
        Tagged.untilChanged("list-" + newest, Tagged.JSON).answer(request, () -> bytes(json.list(slice)));
    }

    private void one(Context request) {
        Query.exactly(request, Set.of());
        var release = release(request);
        Tagged.forEver(release.hash(), Tagged.JSON).answer(request, () -> bytes(json.one(release)));
    }

    private void cells(Context request) {
        cells(request, release(request), Query.exactly(request, FILTERS));
    }

    /// The figures of a place in a period, whichever release closed it.
    private void figures(Context request) {
        var query = new HashMap<>(Query.exactly(request, Set.of("table")));
        query.put("area", request.pathParam("area"));
        query.put("period", request.pathParam("period"));
        var release = Period.parse(request.pathParam("period")).flatMap(releases::closing);
        cells(request, release.orElseThrow(() -> missing(query)), query);
    }

    private static RuntimeException missing(Map<String, String> query) {
        var wrong = Selection.wrong(query);
        return wrong.isEmpty() ? new NotFoundResponse("no such figures") : Query.refusal(wrong);
    }

    private void cells(Context request, Release release, Map<String, String> query) {
        var selection = Selection.parse(query).orElseThrow(() -> missing(query));
        var lines = selection.of(shown.apply(request, releases), release);
        var groups = selection.unansweredOf(release);
        if (lines.isEmpty() && groups.isEmpty()) {
            throw new NotFoundResponse("the release has no such figures");
        }
        Tagged.forEver(release.hash(), Tagged.JSON).answer(request,
                () -> bytes(json.cells(release, lines, groups)));
    }

    /// The document is what the hash is of: it is given whole or not at all.
    private void document(Context request) {
        Query.exactly(request, Set.of());
        var release = release(request);
        if (shown.apply(request, releases).own().isPresent()) {
            throw new ForbiddenResponse("the document holds every unit");
        }
        Tagged.forEver(release.hash(), Tagged.JSON).answer(request,
                () -> ReleaseDocument.of(release, releases.sheets(release)));
    }

    private Release release(Context request) {
        return releases.find(request.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("no such release"));
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
