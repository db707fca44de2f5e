package vn.gopy.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import vn.gopy.answer.ThemeBook;
import vn.gopy.answer.ThemeFile;
import vn.gopy.official.Looks;
import vn.gopy.official.Looks.Subject;
import vn.gopy.official.Role;
import vn.gopy.quote.Spoken;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Period;
import vn.gopy.release.ReleaseClock;
import vn.gopy.topic.Topic;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The pages of figures. They read releases alone; all that a page shows stands in its address. Whether they are
/// public is asked at the door ([AccessRoutes]), once.
public final class FiguresRoutes implements Routes {
    private static final int KEPT_PAGES = 64;
    private static final String BORDERS = "borders";
    private static final Set<String> PARAMETERS = Set.of("period", "area", BORDERS);

    private final Figures figures;
    private final List<Chart> charts;
    private final BiFunction<Area, Period, Spoken> spoken;
    private final Pages pages;
    private final Looks looks;
    private final ThemeBook themes;
    private final Cache<Key, Kept> kept = Caffeine.newBuilder().maximumSize(KEPT_PAGES).build();

    /// @param charts in the order of the page
    public FiguresRoutes(Figures figures, List<Chart> charts, Pages pages, Beside beside) {
        looks = beside.looks();
        spoken = beside.spoken();
        themes = beside.themes();
        this.figures = figures;
        this.charts = List.copyOf(charts);
        this.pages = pages;
    }

    /// What stands on a page beside the figures.
    ///
    /// @param looks  how often officials looked at a page
    /// @param spoken the words of residents of an area and a period, as they may be shown now
    /// @param themes what offices answered
    public record Beside(Looks looks, BiFunction<Area, Period, Spoken> spoken, ThemeBook themes) {}

    /// What a drawn page depends on; a new release makes all of them new, for it adds to the filter and the
    /// trend.
    private record Key(Area area, boolean former, Period period, String language, int releases,
            Optional<Area> own, Optional<YearMonth> looked, boolean editor) {}

    /// What may change on a page without a new release.
    ///
    /// @param today a promise may be late from this day on
    private record Said(Spoken spoken, List<ThemeFile> answers, LocalDate today) {}

    /// A drawn page, with what was said on it: when that changes, it is drawn anew.
    private record Kept(Said said, String html) {}

    /// One chart, ready for the page.
    public record Drawn(String name, Content content) {}

    /// How often officials of all roles looked at a page in a month that is over.
    public record Looked(long times, YearMonth month) {}

    /// Published periods of one kind, for the filter.
    public record Choice(Period.Kind kind, List<Period> periods) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/figures", this::province);
        routes.get("/figures/method", this::method);
        routes.get("/figures/topics/{topic}", this::topic);
        routes.get("/figures/{code}", this::commune);
    }

    private void province(Context request) {
        var query = Query.of(request, PARAMETERS);
        if (query.containsKey("area")) {
            send(request, query);
            return;
        }
        show(request, province(query), query);
    }

    private Where province(Map<String, String> query) {
        return switch (query.getOrDefault(BORDERS, "new")) {
            case "new" -> Where.province(figures.gazetteer());
            case "old" -> Where.formerProvince(figures.gazetteer());
            default -> throw Query.refusal(List.of(BORDERS));
        };
    }

    private void commune(Context request) {
        var query = Query.of(request, Set.of("period"));
        show(request, known(request.pathParam("code")), query);
    }

    private Where known(String code) {
        return Area.parse(code).filter(area -> !area.isProvince())
                .flatMap(area -> Where.of(figures.gazetteer(), area))
                .orElseThrow(() -> new NotFoundResponse("no such unit"));
    }

    /// The filter's form names the area as a parameter; the page of an area has its own address.
    private void send(Context request, Map<String, String> query) {
        var area = query.getOrDefault("area", "");
        var where = area.equals("province") ? province(query) : known(area);
        var period = Optional.ofNullable(query.get("period")).map(FiguresRoutes::read)
                .filter(asked -> where.kinds().contains(asked.kind()));
        var address = period.map(where::path).orElseGet(where::path);
        request.redirect(page(request, where).to(address), HttpStatus.SEE_OTHER);
    }

    private static Period read(String code) {
        return Period.parse(code).orElseThrow(() -> Query.refusal(List.of("period")));
    }

    private void show(Context request, Where where, Map<String, String> query) {
        var page = page(request, where);
        var asked = Optional.ofNullable(query.get("period")).map(FiguresRoutes::read);
        var period = asked.or(() -> figures.first(where));
        if (period.isEmpty()) {
            pages.show(request, "figuresEmpty.jte", page,
                    Map.of("where", where, "words", words(page), "next",
                            ReleaseClock.next(figures.clock().instant(), figures.settings().zone()), "demo",
                            figures.demo()));
            return;
        }
        var view = view(request, where, period.get());
        var key = new Key(where.area(), where.former(), period.get(), page.tag(),
                figures.releases().list().size(), view.releases().own(), lookedMonth(), isEditor(request));
        request.contentType(Pages.HTML).result(drawn(key, page, view));
    }

    /// Editors can write a claim for a group of questions from here.
    private static boolean isEditor(Context request) {
        return AccessRoutes.visitor(request).filter(session -> session.account().role() == Role.EDITOR)
                .isPresent();
    }

    private String drawn(Key key, Page page, View view) {
        var words = figures.demo() ? Samples.of(view, page) : spoken.apply(key.area(), key.period());
        var said = new Said(words, themes.shown(key.area(), key.period()), themes.today());
        var before = kept.getIfPresent(key);
        if (before != null && before.said().equals(said)) {
            return before.html();
        }
        var parts = parts(page, view, said);
        parts.put("editor", key.editor());
        var html = pages.draw("figures.jte", page, parts);
        kept.put(key, new Kept(said, html));
        return html;
    }

    /// One topic in all units, for a period that communes have.
    private void topic(Context request) {
        var topic = Topic.of(request.pathParam("topic"))
                .orElseThrow(() -> new NotFoundResponse("no such topic"));
        var query = Query.of(request, Set.of("period"));
        var where = Where.province(figures.gazetteer());
        var asked = Optional.ofNullable(query.get("period")).map(FiguresRoutes::read);
        var view = asked.or(() -> figures.first(where)).filter(period -> period.kind().forCommunes())
                .map(period -> view(request, where, period))
                .orElseThrow(() -> new NotFoundResponse("communes have no figures of such a period"));
        var page = pages.page(request, Page.Section.FIGURES, "topic." + topic.code());
        pages.show(request, "figuresTopic.jte", page, Map.of("view", view, "words", words(page), "table",
                TopicTable.of(view, topic, figures.gazetteer()), "demo", figures.demo(), "looked",
                looked(new Subject(Area.PROVINCE.code(), topic.code()))));
    }

    private Page page(Context request, Where where) {
        var page = pages.page(request, Page.Section.FIGURES, "figures.province");
        return pages.titled(request, Page.Section.FIGURES, where.title(words(page)));
    }

    private FigureWords words(Page page) {
        return figures.words(page, figures.settings().rule());
    }

    private View view(Context request, Where where, Period period) {
        return AccessRoutes.shown(request, figures).view(where, period).orElseThrow(
                () -> new NotFoundResponse("this period is not published for this place"));
    }

    private Map<String, Object> parts(Page page, View view, Said said) {
        var words = figures.words(page, view.release().rule());
        var parts = new HashMap<String, Object>(Map.of("spoken", said.spoken(), "answers", said.answers(),
                "themes", new ThemeWords(page, words, figures.gazetteer(), said.today(), themes::age), "zone",
                figures.settings().zone(), "across", across(view)));
        parts.putAll(Map.of("view", view, "words", words, "charts", drawn(page, view, words), "choices",
                choices(view.where()), "gazetteer", figures.gazetteer(), "owed",
                figures.owed().in(view.where().area(), view.period()), "minority", Minority.of(view),
                "demo", figures.demo(), "looked", looked(new Subject(view.where().area().code(), ""))));
        return parts;
    }

    /// The address of the same by the other borders, on the same period where it is published.
    private String across(View view) {
        var other = view.where().across(figures.gazetteer());
        return figures.periods(other, view.period().kind()).contains(view.period())
                && other.kinds().contains(view.period().kind()) ? other.path(view.period()) : other.path();
    }

    private List<Drawn> drawn(Page page, View view, FigureWords words) {
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

    /// How often officials looked at this page in the month that was over last.
    private Optional<Looked> looked(Subject subject) {
        return lookedMonth().map(month -> new Looked(looks.in(month, subject), month));
    }

    private Optional<YearMonth> lookedMonth() {
        var list = figures.releases().list();
        return list.isEmpty() ? Optional.empty() : looks.closed(list.getFirst().publishedAt());
    }

    private List<Choice> choices(Where where) {
        return where.kinds().stream().sorted()
                .map(kind -> new Choice(kind, figures.periods(where, kind)))
                .filter(choice -> !choice.periods().isEmpty()).toList();
    }

    private void method(Context request) {
        Query.of(request, Set.of());
        var page = pages.page(request, Page.Section.FIGURES, "figures.method.title");
        pages.show(request, "figuresMethod.jte", page, Map.of("words", words(page), "rule",
                figures.settings().rule(), "releases", figures.releases().list().reversed()));
    }
}
