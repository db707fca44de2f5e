package vn.gopy.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;
import vn.gopy.web.Tagged;

/// What the API is, told to programs (`openapi.json`) and to people (`/api`).
public final class OpenApiRoutes implements Routes {
    private final OpenApi file = OpenApi.open();
    private final Pages pages;

    public OpenApiRoutes(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/openapi.json", this::file);
        routes.get("/api", this::page);
    }

    private void file(Context request) {
        Query.exactly(request, Set.of());
        Tagged.untilChanged(Tagged.nameOf(file.bytes()), Tagged.JSON).answer(request, file::bytes);
    }

    private void page(Context request) {
        Query.of(request, Set.of());
        var page = pages.page(request, Page.Section.FIGURES, "api.title");
        pages.show(request, "api.jte", page, Map.of("operations", file.operations()));
    }
}
