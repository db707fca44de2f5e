package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.place.Unit;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// What is made to be printed on one sheet: the figures for a commune's meeting, and the poster that asks
/// people to speak. The poster shows no figure, so it stays open where the figures are closed.
public final class PrintRoutes implements Routes {
    private final Figures figures;
    private final Pages pages;

    public PrintRoutes(Figures figures, Pages pages) {
        this.figures = figures;
        this.pages = pages;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/figures/{code}/sheet", this::sheet);
        routes.get("/posters/{code}", this::poster);
    }

    private void poster(Context request) {
        Query.of(request, Set.of());
        var unit = Where.commune(figures.gazetteer(), request.pathParam("code")).flatMap(Where::unit)
                .orElseThrow(() -> new NotFoundResponse("no such unit"));
        var page = titled(request, Optional.of(unit));
        var link = figures.invitation().to(unit.id());
        pages.show(request, "poster.jte", page, Map.of("link", link, "code", QrPicture.of(link), "words",
                figures.words(page, figures.settings().rule()), "unit", unit, "invitation",
                figures.invitation()));
    }

    private void sheet(Context request) {
        var query = Query.of(request, Set.of("period"));
        var where = where(request.pathParam("code"));
        var view = Optional.ofNullable(query.get("period")).map(PrintRoutes::read)
                .or(() -> figures.first(where))
                .flatMap(period -> AccessRoutes.shown(request, figures).view(where, period))
                .orElseThrow(() -> new NotFoundResponse("this period is not published for this place"));
        var page = titled(request, where.unit());
        pages.show(request, "figuresSheet.jte", page, Map.of("view", view, "words",
                figures.words(page, view.release().rule()), "minority", Minority.of(view), "owed",
                figures.owed().in(where.area(), view.period()), "demo", figures.demo()));
    }

    private Page titled(Context request, Optional<Unit> unit) {
        var page = pages.page(request, Page.Section.FIGURES, "figures.province");
        return pages.titled(request, Page.Section.FIGURES,
                figures.words(page, figures.settings().rule()).place(unit));
    }

    private Where where(String code) {
        return Area.parse(code).flatMap(area -> Where.of(figures.gazetteer(), area))
                .filter(place -> !place.former())
                .orElseThrow(() -> new NotFoundResponse("no such unit"));
    }

    private static Period read(String code) {
        return Period.parse(code).orElseThrow(() -> Query.refusal(List.of("period")));
    }
}
