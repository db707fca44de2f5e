package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.poll.Poll;
import vn.gopy.poll.PollBook;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Releases;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The page on which everybody reads the register of polls: each wording, who asks, until when, and what releases tell
/// of the answers.
public final class PollFiguresRoutes implements Routes {
    private final Figures figures;
    private final Pages pages;
    private final PollBook polls;

    public PollFiguresRoutes(Figures figures, Pages pages, PollBook polls) {
        this.figures = figures;
        this.pages = pages;
        this.polls = polls;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/figures/polls", this::register);
    }

    private void register(Context request) {
        Query.of(request, Set.of());
        var page = pages.page(request, Page.Section.FIGURES, "polls.title");
        var words = figures.words(page, figures.settings().rule());
        pages.show(request, "figuresPolls.jte", page, Map.of("results", results(request), "words",
                new PollWords(page, words, figures), "now", figures.clock().instant(), "demo",
                figures.demo()));
    }

    private List<PollResult> results(Context request) {
        var shown = AccessRoutes.shown(request, figures.releases());
        return polls.asked().stream().filter(poll -> shown.shows(poll.content().area()))
                .map(poll -> result(poll, shown)).toList();
    }

    private PollResult result(Poll poll, Releases shown) {
        var month = Period.containing(Period.Kind.MONTH, poll.lastMoment(), figures.settings().zone());
        return new PollResult(poll, month, shown.sheet(poll.content().area(), month)
                .filter(sheet -> sheet.holds(new Item.PollAll(poll.id()))),
                polls.inGroups(poll, figures.settings().rule(), month, figures.clock().instant()));
    }
}
