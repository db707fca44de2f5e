package vn.gopy.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.gopy.vault.Pseudonym;

/// Chooses sentences of a month by a rule that is the same for praise, criticism and questions: of each side
/// the sentence nearest to the middle of that side, and the one farthest from it. Nobody picks (contracts.md
/// P11, ahead.md C15).
///
/// Of one person at most one sentence is chosen in a month, so that no two stand side by side.
final class Choice {
    /// Shorter ones say too little.
    private static final int LEAST_SYLLABLES = 4;

    private final Set<Pseudonym> taken = new HashSet<>();
    private final int k;

    /// @param k from how many persons on a theme's sentences may be chosen from
    Choice(int k) {
        this.k = k;
    }

    /// The choice for a theme from all sentences about it, in any order.
    List<Pick> of(Theme theme, List<Sentence> all) {
        var sentences = onePerPerson(all);
        if (sentences.size() < k) {
            return List.of();
        }
        var vectors = Vectors.of(sentences.stream().map(Sentence::text).toList());
        var picks = new ArrayList<Pick>();
        for (var side : Side.values()) {
            var places = IntStream.range(0, sentences.size())
                    .filter(place -> sentences.get(place).side() == side).boxed().toList();
            var near = vectors.nearness(places);
            var byNearness = IntStream.range(0, places.size()).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -rounded(near.get(i)))
                            .thenComparing(i -> sentences.get(places.get(i)).text())
                            .thenComparingLong(i -> sentences.get(places.get(i)).feedback()))
                    .map(i -> sentences.get(places.get(i))).toList();
            take(byNearness).map(one -> new Pick(theme, one, Place.NEAREST)).ifPresent(picks::add);
            take(byNearness.reversed()).map(one -> new Pick(theme, one, Place.FARTHEST))
                    .ifPresent(picks::add);
        }
        return List.copyOf(picks);
    }

    /// The last sentence of each person that is long enough, in the order of time.
    private static List<Sentence> onePerPerson(List<Sentence> all) {
        var last = new LinkedHashMap<Pseudonym, Sentence>();
        all.stream().filter(one -> Vectors.syllables(one.text()).size() >= LEAST_SYLLABLES)
                .sorted(Comparator.comparingLong(Sentence::feedback))
                .forEach(one -> last.put(one.person(), one));
        return List.copyOf(last.values());
    }

    private Optional<Sentence> take(List<Sentence> order) {
        var first = order.stream().filter(one -> !taken.contains(one.person())).findFirst();
        first.ifPresent(one -> taken.add(one.person()));
        return first;
    }

    /// The order in which numbers are added must not decide.
    private static double rounded(double nearness) {
        return Math.rint(nearness * 1e9) / 1e9;
    }
}
