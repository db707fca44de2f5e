package vn.gopy.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Persons whom somebody could try to count: those in some cells, less those in others.
///
/// @param signs 1 for each cell that is added, -1 for each that is taken away
record Group<K>(Map<K, Integer> signs) {
    static <K> Group<K> of(List<K> cells) {
        return less(cells, List.of());
    }

    static <K> Group<K> less(List<K> plus, List<K> minus) {
        var signs = new LinkedHashMap<K, Integer>();
        plus.forEach(cell -> signs.put(cell, 1));
        minus.forEach(cell -> signs.put(cell, -1));
        return new Group<>(signs);
    }

    Set<K> cells() {
        return signs.keySet();
    }

    int times(K cell) {
        return signs.getOrDefault(cell, 0);
    }

    /// The cells that are taken away.
    Set<K> minus() {
        return signs.keySet().stream().filter(cell -> times(cell) < 0).collect(Collectors.toSet());
    }

    double in(Map<K, Double> numbers) {
        double sum = 0;
        for (var sign : signs.entrySet()) {
            sum += sign.getValue() * numbers.getOrDefault(sign.getKey(), 0.0);
        }
        return sum;
    }
}
