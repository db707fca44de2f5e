package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// What a week brought to know, made of published figures alone: the same for the page and for the event.
///
/// It tells of the province's week, and, on the Monday after a month, of that month in every commune too.
///
/// @param release    the release that closed the week
/// @param sheet      the province's figures of the week
/// @param before     those of the week before
/// @param comparable whether the two may be compared: same wording of the questions, same borders
/// @param month      the latest month that was published by then
/// @param changes    shares that have clearly changed since the period before, the largest changes first
/// @param themes     topics that reached a number that is shown, and were under it in the period before
/// @param unanswered that month's groups of questions without a source
/// @param reach      how many places of that month are heard
public record Digest(Release release, Sheet sheet, Optional<Sheet> before, boolean comparable,
        Optional<Period> month, Part<Change> changes, Part<Theme> themes, Part<OpenQuestion> unanswered,
        Reach reach) {
    private static final int MOST_CHANGES = 10;
    private static final int MOST_THEMES = 8;
    private static final int MOST_QUESTIONS = 5;

    /// As much of a list as one sheet of paper holds, and how many there are in all.
    public record Part<T>(List<T> shown, int all) {
        static <T> Part<T> of(List<T> all, int most) {
            return new Part<>(List.copyOf(all.subList(0, Math.min(most, all.size()))), all.size());
        }

        public int more() {
            return all - shown.size();
        }
    }

    /// A share whose interval does not touch that of the period before.
    public record Change(Area area, Period period, Item item, Share now, Share before) {
        int size() {
            return Math.abs(now.percent() - before.percent());
        }
    }

    /// A topic in an area, with its persons.
    public record Theme(Area area, Period period, Topic topic, int persons) {}

    /// Of `units` communes so many are `silent`: under the threshold, or hidden for another's sake.
    public record Reach(int units, int silent) {}

    /// The digest of a week; empty when that week is not published.
    public static Optional<Digest> of(Releases releases, Period week) {
        return releases.closing(week).filter(_ -> week.kind() == Period.Kind.WEEK)
                .flatMap(release -> releases.sheet(Area.PROVINCE, week)
                        .map(sheet -> new Maker(releases, release, sheet).digest()));
    }

    /// The week that a release brings the digest of: the latest that it closed.
    public static Optional<Period> weekOf(Release release) {
        return release.periods().stream().filter(period -> period.kind() == Period.Kind.WEEK)
                .max(Comparator.naturalOrder());
    }

    public Period week() {
        return sheet.period();
    }

    /// Puts a digest together.
    private record Maker(Releases releases, Release release, Sheet sheet) {
        Digest digest() {
            var month = latestMonth();
            var pairs = pairs();
            return new Digest(release, sheet, releases.sheet(Area.PROVINCE, sheet.period().previous()),
                    releases.before(Area.PROVINCE, sheet.period()).isPresent(), month,
                    Part.of(pairs.stream().flatMap(pair -> pair.changes().stream())
                            .sorted(Comparator.comparing((Change change) -> !change.area().isProvince())
                                    .thenComparing(Comparator.comparingInt(Change::size).reversed()))
                            .toList(), MOST_CHANGES),
                    Part.of(pairs.stream().flatMap(pair -> pair.themes().stream())
                            .sorted(Comparator.comparing((Theme theme) -> !theme.area().isProvince())
                                    .thenComparing(Comparator.comparingInt(Theme::persons).reversed()))
                            .toList(), MOST_THEMES),
                    Part.of(month.map(this::questions).orElse(List.of()), MOST_QUESTIONS),
                    month.map(this::reach).orElse(new Reach(0, 0)));
        }

        /// Releases that came later say nothing here: a digest stays what it was.
        private Optional<Period> latestMonth() {
            var list = releases.list();
            return list.subList(0, list.indexOf(release) + 1).stream().flatMap(one -> one.periods().stream())
                    .filter(period -> period.kind() == Period.Kind.MONTH).max(Comparator.naturalOrder());
        }

        private List<OpenQuestion> questions(Period month) {
            return releases.closing(month).map(closing -> closing.unanswered(month)).orElse(List.of());
        }

        private Reach reach(Period month) {
            var units = communes(month);
            return new Reach(units.size(), (int) units.stream()
                    .filter(unit -> unit.isHidden(new Item.People())).count());
        }

        private List<Sheet> communes(Period month) {
            return releases.closing(month).map(releases.whole()::sheets).orElse(List.of()).stream()
                    .filter(one -> one.period().equals(month) && one.area().kind() == Area.Kind.NEW
                            && !one.area().equals(Area.UNCLEAR))
                    .toList();
        }

        /// The province's week, and the communes' month when this release closed it.
        private List<Pair> pairs() {
            var sheets = new ArrayList<>(List.of(sheet));
            latestMonth().filter(release.periods()::contains).map(this::communes).ifPresent(sheets::addAll);
            return sheets.stream().flatMap(now -> releases.before(now.area(), now.period())
                    .map(then -> new Pair(now, then)).stream()).toList();
        }
    }

    /// A sheet and that of the period before.
    private record Pair(Sheet now, Sheet then) {
        List<Change> changes() {
            var items = new ArrayList<Item>();
            Arrays.stream(Mood.Group.values()).map(Item.MoodOf::new).forEach(items::add);
            Arrays.stream(Topic.values()).map(Item.TopicOf::new).forEach(items::add);
            return items.stream().flatMap(item -> change(item).stream()).toList();
        }

        private Optional<Change> change(Item item) {
            return now.share(item).flatMap(share -> then.share(item).filter(share::differsFrom)
                    .map(old -> new Change(now.area(), now.period(), item, share, old)));
        }

        List<Theme> themes() {
            return Arrays.stream(Topic.values()).flatMap(topic -> theme(topic).stream()).toList();
        }

        private Optional<Theme> theme(Topic topic) {
            var item = new Item.TopicOf(topic);
            return then.isHidden(item) && now.count(item) instanceof Count.Of(int persons)
                    ? Optional.of(new Theme(now.area(), now.period(), topic, persons))
                    : Optional.empty();
        }
    }
}
