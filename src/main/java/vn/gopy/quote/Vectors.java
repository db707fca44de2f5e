package vn.gopy.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.gopy.text.Folding;

/// Sentences as vectors: their folded syllables and pairs of these, rare ones weighing more. The same
/// sentences always give the same vectors.
final class Vectors {
    private static final Pattern MASKED = Pattern.compile("«[^»]*»?");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Map<String, Double>> vectors;

    private Vectors(List<Map<String, Double>> vectors) {
        this.vectors = vectors;
    }

    static Vectors of(List<String> texts) {
        var parts = texts.stream().map(Vectors::parts).toList();
        var texted = new TreeMap<String, Integer>();
        parts.forEach(some -> new TreeSet<>(some).forEach(part -> texted.merge(part, 1, Integer::sum)));
        return new Vectors(parts.stream().map(some -> vector(some, texted, texts.size())).toList());
    }

    /// Syllables without marks and case, then pairs of neighbours. What was masked is no word.
    static List<String> syllables(String text) {
        return GAP.splitAsStream(Folding.fold(MASKED.matcher(text).replaceAll(" ")))
                .filter(syllable -> !syllable.isEmpty()).toList();
    }

    private static List<String> parts(String text) {
        var syllables = syllables(text);
        var parts = new ArrayList<>(syllables);
        for (int i = 1; i < syllables.size(); i++) {
            parts.add(syllables.get(i - 1) + ' ' + syllables.get(i));
        }
        return parts;
    }

    private static Map<String, Double> vector(List<String> parts, Map<String, Integer> texted, int texts) {
        var vector = new TreeMap<String, Double>();
        parts.forEach(part -> vector.merge(part,
                1 + Math.log((1.0 + texts) / (1 + texted.getOrDefault(part, 0))), Double::sum));
        return unit(vector);
    }

    private static Map<String, Double> unit(Map<String, Double> vector) {
        double length = Math.sqrt(vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        if (length > 0) {
            vector.replaceAll((_, weight) -> weight / length);
        }
        return vector;
    }

    /// How near each of some sentences is to the middle of them all: 1 is there, 0 has nothing in common.
    List<Double> nearness(List<Integer> some) {
        var middle = new TreeMap<String, Double>();
        some.forEach(place -> vectors.get(place)
                .forEach((part, weight) -> middle.merge(part, weight, Double::sum)));
        unit(middle);
        return some.stream().map(place -> vectors.get(place).entrySet().stream()
                .mapToDouble(part -> part.getValue() * middle.getOrDefault(part.getKey(), 0.0)).sum())
                .toList();
    }
}
