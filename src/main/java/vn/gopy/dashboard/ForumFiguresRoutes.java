package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.forum.ForumBook;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The page on which everybody reads dialogue sessions: when each is held, what was asked by how many, and what named
/// offices answered.
public final class ForumFiguresRoutes implements Routes {
    private final Figures figures;
    private final Pages pages;
    private final ForumBook forums;

    public ForumFiguresRoutes(Figures figures, Pages pages, ForumBook forums) {
        this.figures = figures;
        this.pages = pages;
        this.forums = forums;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/figures/forums", this::held);
    }

    private void held(Context request) {
        Query.of(request, Set.of());
        var page = pages.page(request, Page.Section.FIGURES, "forums.title");
        var words = figures.words(page, figures.settings().rule());
        pages.show(request, "figuresForums.jte", page, Map.of("held", held(request, forums), "words",
                new ForumWords(page, words, figures), "now", figures.clock().instant(), "demo",
                figures.demo()));
    }

    private List<ForumBook.File> held(Context request, ForumBook book) {
        var shown = AccessRoutes.shown(request, figures.releases());
        return book.held().stream().filter(file -> shown.shows(file.forum().content().area())).toList();
    }
}
