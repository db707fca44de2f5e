package vn.gopy.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import vn.gopy.release.Release;
import vn.gopy.release.Releases;
import vn.gopy.release.Selection;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;
import vn.gopy.web.Tagged;

/// Figures as files, whole releases or the part that a page shows, and the codebook. Give it to the server
/// before the API, whose address of a release would match a file's too.
public final class ExportRoutes implements Routes {
    private static final Set<String> FILTERS = Set.of("area", "period", "table");

    private final Releases releases;
    private final BiFunction<Context, Releases, Releases> shown;
    private final Codebook codebook;
    private final List<Export> exports;

    /// @param shown what the sender of a request may see of the releases; whether they may see any was asked
    ///              at the door
    public ExportRoutes(Releases releases, BiFunction<Context, Releases, Releases> shown, Codebook codebook,
            List<Export> exports) {
        this.releases = releases;
        this.shown = shown;
        this.codebook = codebook;
        this.exports = List.copyOf(exports);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        exports.forEach(export -> routes.get("/api/v1/releases/{id}." + export.ending(),
                request -> send(request, export)));
        routes.get("/api/v1/codebook.csv", this::codebook);
    }

    private void send(Context request, Export export) {
        var query = Query.exactly(request, FILTERS);
        var release = releases.find(request.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("no such release"));
        var selection = Selection.parse(query).orElseThrow(() -> Query.refusal(Selection.wrong(query)));
        var lines = selection.of(shown.apply(request, releases), release);
        var groups = selection.unansweredOf(release);
        if (lines.isEmpty() && groups.isEmpty()) {
            throw new NotFoundResponse("the release has no such figures");
        }
        var file = Tagged.forEver(release.hash(), export.mediaType());
        attach(request, name(release, query) + "." + export.ending());
        (export.alwaysSameBytes() ? file : file.weak()).answer(request,
                () -> export.write(release, lines, groups));
    }

    private void codebook(Context request) {
        Query.exactly(request, Set.of());
        var file = codebook.csv();
        attach(request, "gopy-codebook.csv");
        Tagged.untilChanged(Tagged.nameOf(file), SafeCsv.TYPE).answer(request, () -> file);
    }

    private static void attach(Context request, String name) {
        request.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static String name(Release release, Map<String, String> query) {
        return "gopy-" + release.id() + FILTERS.stream().sorted().filter(query::containsKey)
                .map(filter -> "-" + query.getOrDefault(filter, "").replace(':', '-'))
                .collect(Collectors.joining());
    }
}
