package vn.gopy.answer;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.OwedAnswers;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.Releases;
import vn.gopy.release.Rule;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Topic;

/// The themes that residents wait to have answered: every published figure of a topic, by place and month.
public final class ThemeBook implements OwedAnswers {
    private final Database database;
    private final ZoneId zone;
    private final InstantSource clock;
    private final SqlThemes themes = new SqlThemes();
    private final SqlThemeAnswers answers = new SqlThemeAnswers();
    private final SqlThemeTold told = new SqlThemeTold();

    public ThemeBook(Database database, ZoneId zone, InstantSource clock) {
        this.database = database;
        this.zone = zone;
        this.clock = clock;
    }

    /// Takes what is published: figures of months open themes or join open ones, each month once, and what people
    /// said of answers is published anew. After each release; safe to repeat.
    public void take(Releases releases) {
        var done = Set.copyOf(database.read(themes::months));
        for (var month : releases.periods(Period.Kind.MONTH).reversed()) {
            if (!done.contains(month.code())) {
                var release = releases.closing(month).orElseThrow();
                database.ledger().commit(tx -> take(tx, month, release, releases.sheets(release)));
            }
        }
        releases.latest().ifPresent(latest -> database.ledger().commit(tx -> {
            var sent = answers.all(tx).stream().filter(answer -> answer.doneAt().isPresent()).toList();
            sent.forEach(answer -> publish(tx, answer, latest.rule()));
            return sent.size();
        }));
    }

    private boolean take(Tx tx, Period month, Release release, List<Sheet> sheets) {
        boolean first = themes.addMonth(tx, month);
        sheets.stream().filter(sheet -> first && sheet.period().equals(month))
                .filter(sheet -> hasAnOffice(sheet.area()))
                .forEach(sheet -> hear(tx, sheet, release));
        return first;
    }

    /// The province and its units have one; what is unclear has none, nor have areas of former borders.
    private static boolean hasAnOffice(Area area) {
        return area.isProvince() || (area.kind() == Area.Kind.NEW && !area.equals(Area.UNCLEAR));
    }

    /// What is about something else is no theme that an office could answer.
    private void hear(Tx tx, Sheet sheet, Release release) {
        for (var topic : Topic.values()) {
            if (topic != Topic.KHAC
                    && sheet.count(new Item.TopicOf(topic)) instanceof Count.Of(int persons)) {
                themes.hear(tx, new SqlThemes.Figure(sheet.area(), topic, sheet.period(), persons),
                        release.publishedAt());
            }
        }
    }

    /// Both numbers or none, and not again before k more have spoken: nobody can be subtracted.
    private void publish(Tx tx, ThemeAnswer answer, Rule rule) {
        var counts = told.count(tx, answer.id());
        int fails = counts.judged() - counts.fits();
        boolean tellsNobody = counts.fits() >= rule.k() && fails >= rule.k();
        if (tellsNobody && counts.judged() >= answers.judged(tx, answer.id()) + rule.k()) {
            answers.publish(tx, answer.id(), counts.judged(), OptionalInt.of(rule.rounded(counts.fits())),
                    OptionalInt.of(rule.rounded(fails)));
        }
    }

    @Override
    public Optional<Owed> in(Area area, Period period) {
        var all = database.read(themes::all);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var here = all.stream().filter(theme -> area.isProvince() || theme.area().equals(area))
                .filter(theme -> theme.concerns(period)).toList();
        int answered = (int) here.stream().filter(theme -> theme.state().isAnAnswer()).count();
        int late = (int) here.stream().filter(theme -> theme.isLate(today)).count();
        return Optional.of(new Owed(here.size(), answered, here.size() - answered, late));
    }

    /// What the public may see of an area's themes in a period: open ones the oldest first, then answered ones
    /// the newest first.
    public List<ThemeFile> shown(Area area, Period period) {
        return files().stream().map(ThemeFile::sentOnly)
                .filter(file -> file.theme().area().equals(area) && file.theme().concerns(period))
                .sorted((one, other) -> order(one.theme(), other.theme())).toList();
    }

    private static int order(Theme one, Theme other) {
        boolean open = one.state() == ThemeState.HEARD;
        if (open != (other.state() == ThemeState.HEARD)) {
            return open ? -1 : 1;
        }
        int byAge = Long.compare(one.id(), other.id());
        return open ? byAge : -byAge;
    }

    /// All themes with what was said to them, the oldest first.
    List<ThemeFile> files() {
        return database.read(tx -> {
            Map<Long, List<ThemeAnswer>> byTheme = answers.all(tx).stream()
                    .collect(Collectors.groupingBy(ThemeAnswer::theme));
            return themes.all(tx).stream()
                    .map(theme -> ThemeFile.of(theme, byTheme.getOrDefault(theme.id(), List.of()))).toList();
        });
    }

    /// The day it is here.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// How old an open theme is, in days.
    public long age(Theme theme) {
        return Stream.of(LocalDate.ofInstant(theme.openedAt(), zone)).mapToLong(LocalDate::toEpochDay)
                .map(day -> today().toEpochDay() - day).sum();
    }
}
