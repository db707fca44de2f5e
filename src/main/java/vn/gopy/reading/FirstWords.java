package vn.gopy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import vn.gopy.text.LongTable;

/// Things that are found by the key of their first syllable; makes no objects when it is asked.
final class FirstWords<T> {
    private final LongTable keys;
    private final List<T> things;

    private FirstWords(LongTable keys, List<T> things) {
        this.keys = keys;
        this.things = things;
    }

    /// @param keys   the keys under which one of them is found
    /// @param shelve what is made of all that share a key, in their order
    static <E, T> FirstWords<T> of(List<E> all, Function<E, List<Long>> keys, Function<List<E>, T> shelve) {
        var byKey = new TreeMap<Long, List<E>>();
        for (var one : all) {
            keys.apply(one).forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
        }
        return new FirstWords<>(LongTable.of(byKey.keySet().stream().mapToLong(Long::longValue).toArray()),
                byKey.values().stream().map(shelve).toList());
    }

    /// What is found under this key, or `none`.
    T get(long key, T none) {
        int place = keys.get(key);
        return place < 0 ? none : things.get(place);
    }
}
