package vn.gopy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import vn.gopy.release.Release;
import vn.gopy.release.ReleaseDocument;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Releases;
import vn.gopy.release.Selection;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// Releases for programs: read-only, the same figures as the pages. What belongs to one release never changes
/// and may be kept for ever; its hash is its ETag.
public final class ApiRoutes implements Routes {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Set<String> FILTERS = Set.of("area", "period", "table");

    private final Releases releases;
    private final ReleaseSettings settings;
    private final ReleaseJson json;

    /// @param demo whether the figures are synthetic
    public ApiRoutes(Releases releases, ReleaseSettings settings, boolean demo) {
        this.releases = releases;
        this.settings = settings;
        json = new ReleaseJson(demo);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/api/v1/*", _ -> refuseWhenClosed());
        routes.get("/api/v1/releases", this::list);
        routes.get("/api/v1/releases/{id}", this::one);
        routes.get("/api/v1/releases/{id}/cells", this::cells);
        routes.get("/api/v1/releases/{id}/document", this::document);
    }

    private void refuseWhenClosed() {
        if (!settings.open()) {
            throw new ForbiddenResponse("figures are not public");
        }
    }

    private void list(Context request) {
        Query.of(request, Set.of());
        var newest = releases.latest().map(Release::hash).orElse("none");
        answer(request, "list-" + newest, "public, no-cache", json.list(releases.list()));
    }

    private void one(Context request) {
        Query.of(request, Set.of());
        var release = release(request);
        answer(request, release.hash(), FOR_EVER, json.one(release));
    }

    private void cells(Context request) {
        var query = Query.of(request, FILTERS);
        var release = release(request);
        var selection = Selection.parse(query)
                .orElseThrow(() -> new BadRequestResponse("area, period or table is no code"));
        var lines = selection.of(releases, release);
        var groups = selection.unansweredOf(release);
        if (lines.isEmpty() && groups.isEmpty()) {
            throw new NotFoundResponse("the release has no such figures");
        }
        answer(request, release.hash(), FOR_EVER, json.cells(release, lines, groups));
    }

    private void document(Context request) {
        Query.of(request, Set.of());
        var release = release(request);
        var document = ReleaseDocument.of(release, releases.sheets(release));
        answer(request, release.hash(), FOR_EVER, document);
    }

    private Release release(Context request) {
        return releases.find(request.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("no such release"));
    }

    private static void answer(Context request, String tag, String caching, ObjectNode body) {
        answer(request, tag, caching, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(Context request, String tag, String caching, byte[] body) {
        var quoted = '"' + tag + '"';
        request.header("ETag", quoted).header("Cache-Control", caching);
        if (quoted.equals(request.header("If-None-Match"))) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        request.contentType("application/json; charset=utf-8").result(body);
    }
}
