package vn.gopy.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.release.Release;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Releases;
import vn.gopy.release.Selection;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// Figures as files, whole releases or the part that a page shows. Give it to the server before the API,
/// whose address of a release would match a file's too.
public final class ExportRoutes implements Routes {
    private static final Set<String> FILTERS = Set.of("area", "period", "table");

    private final Releases releases;
    private final ReleaseSettings settings;
    private final List<Export> exports;

    public ExportRoutes(Releases releases, ReleaseSettings settings, List<Export> exports) {
        this.releases = releases;
        this.settings = settings;
        this.exports = List.copyOf(exports);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        exports.forEach(export -> routes.get("/api/v1/releases/{id}." + export.ending(),
                request -> send(request, export)));
    }

    private void send(Context request, Export export) {
        if (!settings.open()) {
            throw new ForbiddenResponse("figures are not public");
        }
        var query = Query.of(request, FILTERS);
        var release = releases.find(request.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("no such release"));
        var selection = Selection.parse(query)
                .orElseThrow(() -> new BadRequestResponse("area, period or table is no code"));
        var lines = selection.of(releases, release);
        var groups = selection.unansweredOf(release);
        if (lines.isEmpty() && groups.isEmpty()) {
            throw new NotFoundResponse("the release has no such figures");
        }
        var tag = '"' + release.hash() + '"';
        request.header("Cache-Control", "public, max-age=31536000, immutable").header("ETag", tag);
        if (tag.equals(request.header("If-None-Match"))) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        request.header("Content-Disposition",
                "attachment; filename=\"" + name(release, query) + "." + export.ending()
                        + "\"")
                .contentType(export.mediaType()).result(export.write(release, lines, groups));
    }

    private static String name(Release release, Map<String, String> query) {
        return "gopy-" + release.id() + FILTERS.stream().sorted().filter(query::containsKey)
                .map(filter -> "-" + query.get(filter)).collect(Collectors.joining());
    }
}
