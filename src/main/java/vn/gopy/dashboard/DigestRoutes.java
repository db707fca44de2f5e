package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.release.AlertBook;
import vn.gopy.release.Digest;
import vn.gopy.release.Period;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The Monday digest as a page that fits one sheet of paper. Give it to the server before [FiguresRoutes],
/// whose address of a commune would match its own.
public final class DigestRoutes implements Routes {
    private final Figures figures;
    private final Pages pages;
    private final AlertBook alerts;

    /// @param alerts what was noticed in the releases
    public DigestRoutes(Figures figures, Pages pages, AlertBook alerts) {
        this.alerts = alerts;
        this.figures = figures;
        this.pages = pages;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/figures/digest", this::digest);
    }

    private void digest(Context request) {
        var query = Query.of(request, Set.of("period"));
        var week = Optional.ofNullable(query.get("period"))
                .map(code -> Period.parse(code).filter(period -> period.kind() == Period.Kind.WEEK)
                        .orElseThrow(() -> Query.refusal(List.of("period"))))
                .or(() -> figures.releases().periods(Period.Kind.WEEK).stream().findFirst());
        var seen = AccessRoutes.shown(request, figures.releases());
        var digest = week.flatMap(period -> Digest.of(seen, period))
                .orElseThrow(() -> new NotFoundResponse("no digest of this week"));
        var page = pages.page(request, Page.Section.FIGURES, "digest.title");
        var words = figures.words(page, digest.release().rule());
        pages.show(request, "figuresDigest.jte", page, Map.of("digest", digest, "words", words, "where",
                Where.province(figures.gazetteer()), "gazetteer", figures.gazetteer(), "owed",
                figures.owed().in(digest.sheet().area(), digest.week()), "demo", figures.demo(), "alerts",
                alerts.of(digest.release()), "told", new AlertWords(page, words, figures.releases())));
    }
}
