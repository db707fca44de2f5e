package vn.gopy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.gopy.dashboard.Where;
import vn.gopy.db.Tx;
import vn.gopy.hook.Event;
import vn.gopy.hook.Event.DigestWeekly;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.Alert;
import vn.gopy.release.AlertBook;
import vn.gopy.release.AlertBook.Tally;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Digest;
import vn.gopy.release.Item;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OwedAnswers;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.Releases;
import vn.gopy.release.Share;
import vn.gopy.topic.Topic;

/// What other systems are told of a release.
///
/// @param all  what is published, this release with it
/// @param demo whether the figures are synthetic
record News(Release release, Releases all, String publicUrl, boolean demo) {
    /// One event for each period that it closes, one for each group of questions without a source, and the
    /// week's digest. A week is closed once, so its digest goes out once.
    List<Event> events(Gazetteer gazetteer) {
        var events = new ArrayList<Event>();
        release.periods().forEach(period -> events.add(closed(period)));
        release.periods().forEach(period -> events.addAll(unanswered(release.unanswered(period))));
        Digest.weekOf(release).flatMap(week -> Digest.of(all, week))
                .ifPresent(digest -> events.add(weekly(digest,
                        Where.province(gazetteer).population().orElse(0))));
        return events;
    }

    /// Writes down what is to be noticed in this release: one event for each alert.
    List<Event> alerts(Tx tx, AlertBook book, OwedAnswers owed) {
        return book.notice(tx, release, all, owed).stream()
                .map(alert -> alert(alert, book.tally(tx, alert.kind(), release.publishedAt()))).toList();
    }

    private Event alert(Alert alert, Tally fared) {
        var group = alert.kind() == Alert.Kind.QUESTION_RISE
                ? Optional.of(Integer.valueOf(alert.subject().substring(alert.subject().indexOf('.') + 1)))
                : Optional.<Integer>empty();
        var topic = alert.kind() == Alert.Kind.TOPIC_VOLUME
                ? Topic.of(alert.subject())
                : group.flatMap(place -> release.unanswered(alert.period()).get(place - 1).topic());
        return new Event.FiguresAlert(release.id(), alert.kind().word(), alert.period().code(),
                topic.map(Topic::code), group, alert.was(), alert.now(), new Event.FiguresAlert.Fared(
                        AlertBook.WEEKS, fared.alerts(), fared.wrong(), fared.unmarked()));
    }

    private Event closed(Period period) {
        return new Event.ReleasePublished(release.id(), period.code(), release.hash(),
                Map.of("page", publicUrl + "/figures?period=" + period.code(), "json",
                        publicUrl + "/api/v1/releases/" + release.id()));
    }

    private List<Event.QuestionsUnanswered> unanswered(List<OpenQuestion> groups) {
        return IntStream.range(0, groups.size()).mapToObj(place -> {
            var group = groups.get(place);
            return new Event.QuestionsUnanswered(release.id(), group.period().code(), place + 1,
                    group.topic().map(Topic::code), group.persons());
        }).toList();
    }

    private Event weekly(Digest digest, int inhabitants) {
        var week = digest.week().code();
        var reach = digest.reach();
        return new DigestWeekly(release.id(), release.hash(), week, persons(digest),
                new DigestWeekly.Reached(inhabitants, digest.month().map(Period::code), reach.units(),
                        reach.silent()),
                some(digest.changes(), change -> new DigestWeekly.Changed(
                        cell(change.area(), change.period(), change.item()), part(change.now()),
                        part(change.before()))),
                some(digest.themes(), theme -> new DigestWeekly.NewTheme(
                        cell(theme.area(), theme.period(), new Item.TopicOf(theme.topic())),
                        theme.persons())),
                new DigestWeekly.Some<>(unanswered(digest.unanswered().shown()), digest.unanswered().all()),
                Map.of("page", publicUrl + "/figures/digest?period=" + week, "json",
                        publicUrl + "/api/v1/figures/province/" + week),
                demo);
    }

    private static Optional<Integer> persons(Digest digest) {
        return digest.sheet().count(new Item.People()) instanceof Count.Of(int some)
                ? Optional.of(some)
                : Optional.empty();
    }

    private static <T, E> DigestWeekly.Some<E> some(Digest.Part<T> part, Function<T, E> told) {
        return new DigestWeekly.Some<>(part.shown().stream().map(told).toList(), part.all());
    }

    private static DigestWeekly.Cell cell(Area area, Period period, Item item) {
        return new DigestWeekly.Cell(area.code(), period.code(), item.table().code(), item.code());
    }

    private static DigestWeekly.Part part(Share share) {
        return new DigestWeekly.Part(share.percent(), share.low(), share.high(), share.of());
    }
}
