package vn.gopy.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.text.LongTable;

/// All names of a province, found by their folded syllables.
final class Lexicon {
    /// The most syllables a name has: Thành phố Hồ Chí Minh.
    static final int LONGEST = 5;
    private static final int BITS = 12;

    private final List<Name> names;
    private final LongTable syllables;
    private final LongTable runs;
    private final List<List<Name>> byRun;
    private final Map<String, List<Name>> bySqueezed = new HashMap<>();

    Lexicon(List<Name> names) {
        this.names = List.copyOf(names);
        var ids = new HashMap<Long, Integer>();
        var numbers = new HashMap<Long, Integer>();
        byRun = new ArrayList<>();
        for (var name : names) {
            long run = 0;
            for (int i = 0; i < name.length(); i++) {
                int next = ids.size() + 1;
                var known = ids.putIfAbsent(name.syllables().hash(i), next);
                run = run << BITS | (known == null ? next : known);
            }
            int number = numbers.computeIfAbsent(run, _ -> {
                byRun.add(new ArrayList<>());
                return byRun.size() - 1;
            });
            byRun.get(number).add(name);
            bySqueezed.computeIfAbsent(name.squeezed(), _ -> new ArrayList<>()).add(name);
        }
        if (ids.size() >= 1 << BITS) {
            throw new PlaceException("a province has room for " + (1 << BITS) + " different syllables");
        }
        syllables = new LongTable(ids);
        runs = new LongTable(numbers);
    }

    List<Name> names() {
        return names;
    }

    /// The number of a syllable that occurs in names, or [LongTable#NONE].
    int syllable(long hash) {
        return syllables.get(hash);
    }

    /// A run of syllables made longer by one.
    static long extended(long run, int syllable) {
        return run << BITS | syllable;
    }

    /// The names that are exactly this run when folded.
    List<Name> at(long run) {
        int number = runs.get(run);
        return number == LongTable.NONE ? List.of() : byRun.get(number);
    }

    /// The names that are these folded letters when spaces are left out.
    List<Name> squeezed(String letters) {
        return bySqueezed.getOrDefault(letters, List.of());
    }
}
