package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gopy.topic.Topic;

/// Finds what is to be noticed when a release is published, in published figures alone.
///
/// @param all  what is published, the release with it
/// @param owed who waits for an answer
record Alerts(Releases all, Release release, OwedAnswers owed) {
    private static final int RISE = 5;

    List<Alert> find() {
        return Stream.of(volumes(), questions(), late()).flatMap(List::stream).toList();
    }

    /// Topics whose latest week, with up to three before it, left the level of the thirteen weeks before.
    private List<Alert> volumes() {
        var latest = Digest.weekOf(release);
        if (latest.isEmpty()) {
            return List.of();
        }
        var weeks = weeks(latest.get());
        return Arrays.stream(Topic.values()).flatMap(topic -> volume(weeks, topic).stream()).toList();
    }

    /// The weeks up to this one, oldest first, as far back as none is missing and they may be compared.
    private List<Sheet> weeks(Period latest) {
        var weeks = new ArrayList<Sheet>();
        var sheet = all.sheet(Area.PROVINCE, latest);
        while (sheet.isPresent() && weeks.size() < Shift.WEEKS) {
            weeks.add(sheet.get());
            sheet = all.before(Area.PROVINCE, sheet.get().period());
        }
        Collections.reverse(weeks);
        return weeks;
    }

    private static Optional<Alert> volume(List<Sheet> weeks, Topic topic) {
        var item = new Item.TopicOf(topic);
        var latest = weeks.getLast();
        var level = Shift.level(weeks.stream().map(week -> week.count(item)).toList(), latest.rule());
        return level.isPresent() && latest.count(item) instanceof Count.Of(int now)
                ? Optional.of(new Alert(Alert.Kind.TOPIC_VOLUME, latest.period(), topic.code(),
                        level.getAsInt(), now))
                : Optional.empty();
    }

    /// Groups of which, within the rounding, at least five times as many persons ask as in the month before.
    private List<Alert> questions() {
        return release.periods().stream().filter(period -> period.kind() == Period.Kind.MONTH)
                .flatMap(month -> all.closing(month.previous()).stream()
                        .flatMap(before -> rises(month, before.unanswered(month.previous())).stream()))
                .toList();
    }

    private List<Alert> rises(Period month, List<OpenQuestion> before) {
        var groups = release.unanswered(month);
        return IntStream.range(0, groups.size()).boxed().flatMap(place -> {
            var group = groups.get(place);
            int most = mostBefore(group, before);
            return release.rule().behind(group.persons()).low() >= RISE * most
                    ? Stream.of(new Alert(Alert.Kind.QUESTION_RISE, month, month.code() + "." + (place + 1),
                            most, group.persons()))
                    : Stream.<Alert>empty();
        }).toList();
    }

    /// How many may have asked the same in the month before: those of every group that shares half of the words,
    /// or as many as may be hidden.
    private int mostBefore(OpenQuestion group, List<OpenQuestion> before) {
        var same = before.stream().filter(other -> isLike(group, other)).toList();
        return same.isEmpty()
                ? release.rule().k() - 1
                : (int) same.stream().mapToDouble(other -> release.rule().behind(other.persons()).high())
                        .sum();
    }

    private static boolean isLike(OpenQuestion one, OpenQuestion other) {
        var words = words(one);
        var shared = new HashSet<>(words);
        shared.retainAll(words(other));
        return 2 * shared.size() >= Math.min(words.size(), words(other).size());
    }

    private static Set<String> words(OpenQuestion group) {
        return new HashSet<>(Arrays.asList(group.words().split(" ", -1)));
    }

    /// The province's themes that are past the deadline which their office set itself.
    private List<Alert> late() {
        return release.periods().stream().filter(period -> period.kind() == Period.Kind.MONTH)
                .flatMap(month -> owed.in(Area.PROVINCE, month).filter(some -> some.late() > 0)
                        .map(some -> new Alert(Alert.Kind.ANSWER_LATE, month, Area.PROVINCE.code(), 0,
                                some.late()))
                        .stream())
                .toList();
    }
}
