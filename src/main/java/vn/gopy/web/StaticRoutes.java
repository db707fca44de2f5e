package vn.gopy.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/// Serves the static files. A page names them with their hash, and then they may be kept for a year.
final class StaticRoutes implements Routes {
    private final StaticFiles files;

    StaticRoutes(StaticFiles files) {
        this.files = files;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/static/{name}", this::serve);
    }

    private void serve(Context request) {
        var file = files.find(request.pathParam("name")).orElseThrow(NotFoundResponse::new);
        var tag = "\"" + file.hash() + "\"";
        boolean exact = file.hash().equals(request.queryParam("v"));
        request.header("ETag", tag);
        request.header("Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache");
        if (tag.equals(request.header("If-None-Match"))) {
            request.status(304);
            return;
        }
        request.contentType(file.type()).result(file.bytes());
    }
}
