package vn.gopy.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How like questions are to each other: the cosine of their words and pairs of words, weighted by the
/// rarities of the library. A unit that is named counts as one word, whichever unit it is.
public final class Likeness {
    private final Reader reader;
    private final Index index;

    Likeness(Reader reader, Index index) {
        this.reader = reader;
        this.index = index;
    }

    /// From 0, nothing in common, to 1, the same words.
    public double between(String one, String other) {
        return among(List.of(one, other)).of(0)[1];
    }

    /// How much a word tells: its rarity, 0 for words of politeness.
    ///
    /// @param word one syllable, folded
    public double weight(String word) {
        var terms = new LinkedHashMap<String, Double>();
        reader.words(word).forEach(term -> terms.put(term, 1.0));
        return index.look(terms).stream().mapToDouble(Index.Term::weight).max().orElse(0);
    }

    /// Many questions beside each other.
    public Among among(List<String> questions) {
        return new Among(questions.stream().map(this::directions).toList());
    }

    /// The question's terms with their weights, of length 1 together.
    private Map<String, Double> directions(String question) {
        var parts = reader.read(question, List.of()).views().getFirst().terms();
        var names = List.copyOf(parts.keySet());
        var terms = index.look(parts);
        double length = Math.sqrt(terms.stream().mapToDouble(term -> term.weight() * term.weight()).sum());
        var found = new LinkedHashMap<String, Double>();
        IntStream.range(0, names.size()).filter(i -> terms.get(i).weight() > 0)
                .forEach(i -> found.put(names.get(i), terms.get(i).weight() / length));
        return found;
    }

    /// Questions beside each other, each named by its place in the list.
    public static final class Among {
        private final List<Map<String, Double>> questions;
        private final Map<String, List<Integer>> holders = new HashMap<>();

        private Among(List<Map<String, Double>> questions) {
            this.questions = questions;
            for (int i = 0; i < questions.size(); i++) {
                for (var term : questions.get(i).keySet()) {
                    holders.computeIfAbsent(term, _ -> new ArrayList<>()).add(i);
                }
            }
        }

        /// How like each of them is to one.
        public double[] of(int one) {
            var sums = new double[questions.size()];
            questions.get(one).forEach((term, weight) -> holders.getOrDefault(term, List.of())
                    .forEach(other -> sums[other] += weight * questions.get(other).getOrDefault(term, 0.0)));
            return sums;
        }

        /// Those that are at least so like one, that one among them, in their order.
        public List<Integer> near(int one, double least) {
            var sums = of(one);
            return IntStream.range(0, sums.length).filter(other -> other == one || sums[other] >= least)
                    .boxed().toList();
        }
    }
}
