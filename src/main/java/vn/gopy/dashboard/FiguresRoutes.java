package vn.gopy.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.ReleaseClock;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The pages of figures. They read releases alone; all that a page shows stands in its address.
public final class FiguresRoutes implements Routes {
    private static final int KEPT_PAGES = 64;
    private static final Set<String> PARAMETERS = Set.of("period", "area");

    private final Figures figures;
    private final List<Chart> charts;
    private final Pages pages;
    private final Cache<Key, String> kept = Caffeine.newBuilder().maximumSize(KEPT_PAGES).build();

    /// @param charts in the order of the page
    public FiguresRoutes(Figures figures, List<Chart> charts, Pages pages) {
        this.figures = figures;
        this.charts = List.copyOf(charts);
        this.pages = pages;
    }

    /// What a drawn page depends on; a new release makes all of them new, for it adds to the filter and the
    /// trend.
    private record Key(Area area, Period period, String language, int releases) {}

    /// One chart, ready for the page.
    public record Drawn(String name, Content content) {}

    /// Published periods of one kind, for the filter.
    public record Choice(Period.Kind kind, List<Period> periods) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.beforeMatched("/figures*", this::refuseWhenClosed);
        routes.get("/figures", this::province);
        routes.get("/figures/method", this::method);
        routes.get("/figures/{code}", this::commune);
    }

    private void refuseWhenClosed(Context request) {
        if (!figures.settings().open() && AccessRoutes.visitor(request).isEmpty()) {
            throw new ForbiddenResponse("figures are not public");
        }
    }

    private void province(Context request) {
        var query = Query.of(request, PARAMETERS);
        if (query.containsKey("area")) {
            send(request, query);
            return;
        }
        show(request, Where.province(figures.gazetteer()), query);
    }

    private void commune(Context request) {
        var query = Query.of(request, Set.of("period"));
        show(request, known(request.pathParam("code")), query);
    }

    private Where known(String code) {
        return Where.commune(figures.gazetteer(), code)
                .orElseThrow(() -> new NotFoundResponse("no such unit"));
    }

    /// The filter's form names the area as a parameter; the page of an area has its own address.
    private void send(Context request, Map<String, String> query) {
        var area = query.getOrDefault("area", "");
        var where = area.equals("province") ? Where.province(figures.gazetteer()) : known(area);
        var period = Optional.ofNullable(query.get("period")).map(FiguresRoutes::read)
                .filter(asked -> where.isProvince() || asked.kind().forCommunes());
        var address = where.path() + period.map(asked -> "?period=" + asked.code()).orElse("");
        request.redirect(page(request, where).to(address), HttpStatus.SEE_OTHER);
    }

    private static Period read(String code) {
        return Period.parse(code).orElseThrow(() -> Query.refusal(List.of("period")));
    }

    private void show(Context request, Where where, Map<String, String> query) {
        var page = page(request, where);
        var asked = Optional.ofNullable(query.get("period")).map(FiguresRoutes::read);
        var period = asked.or(() -> first(where));
        if (period.isEmpty()) {
            pages.show(request, "figuresEmpty.jte", page,
                    Map.of("where", where, "words", words(page), "next",
                            ReleaseClock.next(figures.clock().instant(), figures.settings().zone()), "demo",
                            figures.demo()));
            return;
        }
        var view = view(where, period.get());
        var key = new Key(where.area(), period.get(), page.tag(), figures.releases().list().size());
        request.html(kept.get(key, _ -> pages.draw("figures.jte", page, parts(page, view))));
    }

    private Page page(Context request, Where where) {
        var page = pages.page(request, Page.Section.FIGURES, "figures.province");
        return pages.titled(request, Page.Section.FIGURES, words(page).place(where));
    }

    private Words words(Page page) {
        return new Words(page, figures.settings().rule(), figures.settings().zone());
    }

    private Optional<Period> first(Where where) {
        return where.kinds().stream().map(figures.releases()::periods).filter(found -> !found.isEmpty())
                .map(List::getFirst).findFirst();
    }

    private View view(Where where, Period period) {
        var releases = figures.releases();
        var sheet = releases.sheet(where.area(), period);
        var province = releases.sheet(Area.PROVINCE, period);
        var release = releases.closing(period);
        if (sheet.isEmpty() || province.isEmpty() || release.isEmpty()) {
            throw new NotFoundResponse("this period is not published for this place");
        }
        return new View(where, sheet.get(), province.get(), releases.sheet(where.area(), period.previous()),
                release.get(), releases);
    }

    private Map<String, Object> parts(Page page, View view) {
        var words = new Words(page, view.release().rule(), figures.settings().zone());
        return Map.of("view", view, "words", words, "charts", drawn(page, view, words), "choices",
                choices(view.where()), "gazetteer", figures.gazetteer(), "owed",
                figures.owed().in(view.where().area(), view.period()), "demo", figures.demo());
    }

    private List<Drawn> drawn(Page page, View view, Words words) {
        var drawn = new ArrayList<Drawn>();
        for (var chart : charts) {
            chart.drawing(view).ifPresent(drawing -> {
                var html = pages.draw("chart-" + chart.name() + ".jte", page,
                        Map.of("view", view, "words", words, "drawing", drawing));
                drawn.add(new Drawn(chart.name(), output -> output.writeContent(html)));
            });
        }
        return drawn;
    }

    private List<Choice> choices(Where where) {
        return where.kinds().stream().sorted()
                .map(kind -> new Choice(kind, figures.releases().periods(kind)))
                .filter(choice -> !choice.periods().isEmpty()).toList();
    }

    private void method(Context request) {
        Query.of(request, Set.of());
        var page = pages.page(request, Page.Section.FIGURES, "figures.method.title");
        pages.show(request, "figuresMethod.jte", page, Map.of("words", words(page), "rule",
                figures.settings().rule(), "releases", figures.releases().list().reversed()));
    }
}
