package vn.gopy.policy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Tells by its words whether a question is about our matters at all: "vé", "bệnh", "thời tiết" are asked of
/// others.
///
/// Each word has the logarithm of how much oftener it stands in our ways of asking than in the written
/// questions that nobody here can answer (naive Bayes). A word that neither knows says nothing.
final class Scope {
    private static final double DOUBT = 0.5;
    private static final double MOST = 3;

    private final Index ours;
    private final Map<String, Integer> others = new TreeMap<>();
    private final int askedOfOthers;

    /// @param others the words of questions that nobody here can answer
    Scope(Index ours, List<List<String>> others) {
        this.ours = ours;
        askedOfOthers = others.size();
        others.forEach(
                words -> new HashSet<>(words).forEach(word -> this.others.merge(word, 1, Integer::sum)));
    }

    private Scope(Index ours, List<String> words, int[] counts) {
        this.ours = ours;
        askedOfOthers = counts[words.size()];
        for (int i = 0; i < words.size(); i++) {
            others.put(words.get(i), counts[i]);
        }
    }

    void write(DataOutputStream out) throws IOException {
        Packing.write(out, List.copyOf(others.keySet()));
        Packing.write(out, IntStream.concat(others.values().stream().mapToInt(count -> count),
                IntStream.of(askedOfOthers)).toArray());
    }

    static Scope read(ByteBuffer bytes, Index ours) {
        return new Scope(ours, Packing.words(bytes), Packing.ints(bytes));
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
            int inside = Math.max(0, ours.known(word) - fromOurs);
            int outside = Math.max(0, others.getOrDefault(word, 0) - fromOthers);
            if (inside + outside > 0) {
                sum += Math.log((inside + DOUBT) / (ours.asks() + 1))
                        - Math.log((outside + DOUBT) / (askedOfOthers + 1));
            }
        }
        return Math.clamp(sum / Math.sqrt(Math.max(1, distinct.size())), -MOST, MOST);
    }
}
