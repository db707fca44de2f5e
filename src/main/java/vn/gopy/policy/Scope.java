package vn.gopy.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Tells by its words whether a question is about our matters at all: "vé", "bệnh", "thời tiết" are asked of
/// others.
///
/// Each word has the logarithm of how much oftener it stands in our ways of asking than in the written
/// questions that nobody here can answer (naive Bayes). A word that neither knows says nothing.
final class Scope {
    private static final double DOUBT = 0.5;
    private static final double MOST = 3;

    private final Map<String, Integer> ours = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();
    private final int askedOfUs;
    private final int askedOfOthers;

    Scope(List<List<String>> ours, List<List<String>> others) {
        ours.forEach(words -> new HashSet<>(words).forEach(word -> this.ours.merge(word, 1, Integer::sum)));
        others.forEach(
                words -> new HashSet<>(words).forEach(word -> this.others.merge(word, 1, Integer::sum)));
        askedOfUs = ours.size();
        askedOfOthers = others.size();
    }

    /// From -3 (surely not ours) to 3.
    double of(List<String> words) {
        return of(words, 0, 0);
    }

    /// The same for a question that is itself one of those it was made of, as if it were not.
    double ofOwn(List<String> words, boolean ours) {
        return of(words, ours ? 1 : 0, ours ? 0 : 1);
    }

    private double of(List<String> words, int fromOurs, int fromOthers) {
        double sum = 0;
        var distinct = new HashSet<>(words);
        for (var word : distinct) {
            int inside = Math.max(0, ours.getOrDefault(word, 0) - fromOurs);
            int outside = Math.max(0, others.getOrDefault(word, 0) - fromOthers);
            if (inside + outside > 0) {
                sum += Math.log((inside + DOUBT) / (askedOfUs + 1))
                        - Math.log((outside + DOUBT) / (askedOfOthers + 1));
            }
        }
        return Math.clamp(sum / Math.sqrt(Math.max(1, distinct.size())), -MOST, MOST);
    }
}
