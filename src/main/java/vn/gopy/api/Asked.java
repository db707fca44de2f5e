package vn.gopy.api;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Release;
import vn.gopy.release.Releases;

/// A published group of questions without a source, with the release that shows it.
///
/// @param place its place in its month, from 1
record Asked(Release release, int place, OpenQuestion group) {
    /// All of them, the latest month first, each month in its own order.
    static List<Asked> all(Releases releases) {
        return releases.list().stream().flatMap(Asked::of)
                .sorted(Comparator.comparing((Asked asked) -> asked.group().period()).reversed()
                        .thenComparingInt(Asked::place))
                .toList();
    }

    private static Stream<Asked> of(Release release) {
        return release.periods().stream().flatMap(period -> {
            var groups = release.unanswered(period);
            return IntStream.range(0, groups.size())
                    .mapToObj(place -> new Asked(release, place + 1, groups.get(place)));
        });
    }

    /// Its name among all: the month and the place in it.
    String id() {
        return group.period().code() + "." + place;
    }
}
