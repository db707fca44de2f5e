package vn.gopy.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import vn.gopy.hook.EventCatalogue;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;
import vn.gopy.web.Tagged;

/// The events that other systems can have: a page for people, and each schema for programs.
public final class EventRoutes implements Routes {
    private final EventCatalogue catalogue = EventCatalogue.open();
    private final Pages pages;

    public EventRoutes(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/events", this::page);
        routes.get("/api/events/{type}", this::schema);
    }

    private void page(Context request) {
        Query.of(request, Set.of());
        var page = pages.page(request, Page.Section.FIGURES, "hook.catalogue.title");
        pages.show(request, "events.jte", page, Map.of("events", catalogue.entries()));
    }

    private void schema(Context request) {
        Query.exactly(request, Set.of());
        var bytes = catalogue.find(request.pathParam("type")).map(EventCatalogue.Entry::schema)
                .orElseThrow(() -> new NotFoundResponse("no such event")).getBytes(StandardCharsets.UTF_8);
        Tagged.untilChanged(Tagged.nameOf(bytes), Tagged.JSON).answer(request, () -> bytes);
    }
}
