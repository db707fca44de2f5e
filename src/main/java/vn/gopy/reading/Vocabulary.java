package vn.gopy.reading;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The features that some messages have, each in a row of its own, and how much each counts: the rarer the
/// more. What is heard apart (see [Features]) counts less, and does not make a message longer.
final class Vocabulary {
    private static final double APART = 0.6;
    private static final double STEEPNESS = 1.25;

    private final long[] keys;
    private final double[] worth;
    private final boolean[] apart;
    private final Map<Long, Integer> rows = new HashMap<>();

    /// @param messages those of the corpus
    /// @param phrases  those of the word lists: their features have rows, too, but make nothing common
    Vocabulary(List<Features> messages, List<Features> phrases) {
        keys = LongStream.concat(keys(messages), keys(phrases)).sorted().distinct().toArray();
        IntStream.range(0, keys.length).forEach(row -> rows.put(keys[row], row));
        apart = new boolean[keys.length];
        var counts = new int[keys.length];
        for (var message : messages) {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < message.size(); i++) {
                int row = rows.getOrDefault(message.key(i), 0);
                counts[row] += seen.add(row) ? 1 : 0;
                apart[row] |= i >= message.plain();
            }
        }
        worth = IntStream.range(0, keys.length).mapToDouble(row -> (apart[row] ? APART : 1)
                * Math.pow(Math.log((messages.size() + 3.0) / (counts[row] + 1.0)), STEEPNESS)).toArray();
    }

    private static LongStream keys(List<Features> all) {
        return all.stream().flatMapToLong(
                features -> IntStream.range(0, features.size()).mapToLong(features::key));
    }

    int size() {
        return keys.length;
    }

    long[] keys() {
        return keys.clone();
    }

    /// How much a row counts in a message.
    double worth(int row) {
        return worth[row];
    }

    /// How much a row adds to the square of a message's length.
    float length(int row) {
        return apart[row] ? 0 : (float) (worth[row] * worth[row]);
    }

    boolean isApart(int row) {
        return apart[row];
    }

    /// The message as a vector of length one, and a last feature that is always 1.
    Feature[] vector(Features message) {
        var found = new int[message.size()];
        double square = 0;
        for (int i = 0; i < found.length; i++) {
            found[i] = rows.getOrDefault(message.key(i), -1);
            square += found[i] < 0 ? 0 : length(found[i]);
        }
        var counts = new HashMap<Integer, Double>();
        double norm = square == 0 ? 0 : 1 / Math.sqrt(square);
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= 0) {
                counts.merge(found[i], worth[found[i]] * norm, Double::sum);
            }
        }
        var vector = new Feature[counts.size() + 1];
        int at = 0;
        for (var count : counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            vector[at++] = new FeatureNode(count.getKey() + 1, count.getValue());
        }
        vector[at] = new FeatureNode(keys.length + 1, 1);
        return vector;
    }

    /// The vector without what is heard apart.
    Feature[] plain(Feature[] vector) {
        return Arrays.stream(vector)
                .filter(feature -> feature.getIndex() > keys.length || !apart[feature.getIndex() - 1])
                .toArray(Feature[]::new);
    }
}
