package vn.gopy.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Orders what a spot may mean: the kind that was typed, "former" or "new", then new units before districts
/// before old ones.
final class Ranking {
    private Ranking() {}

    static List<Candidate> ranked(Syllables typed, Settled settled) {
        var spot = settled.spot();
        if (spot.match() != Spot.Match.MENDED || spot.names().size() == 1) {
            return ranked(typed, spot, settled.senses());
        }
        return ranked(typed, spot, spot.names(), settled.senses()::contains);
    }

    /// Of several names those come first whose marks are more like the typed ones; equals take turns, so that
    /// none hides another.
    static List<Candidate> ranked(Syllables typed, Spot spot, List<Name> names, Predicate<Sense> kept) {
        var groups = new TreeMap<Integer, List<List<Candidate>>>();
        for (var name : names) {
            var senses = name.senses().stream().filter(kept).toList();
            groups.computeIfAbsent(unlike(typed, spot, name), _ -> new ArrayList<>())
                    .add(ranked(typed, spot, senses));
        }
        return groups.values().stream().flatMap(group -> inTurn(group).stream()).toList();
    }

    /// How many marks were typed that the name has not, and the other way round; 0 when none was typed.
    static int unlike(Syllables typed, Spot spot, Name name) {
        if (!typed.marked(spot.from(), spot.to())) {
            return 0;
        }
        var left = new ArrayList<Integer>();
        for (int i = 0; i < name.length(); i++) {
            left.add(name.syllables().essence(i));
        }
        int extra = 0;
        for (int i = spot.from(); i < spot.to(); i++) {
            int essence = typed.essence(i);
            extra += left.remove(Integer.valueOf(essence)) || essence == 0 ? 0 : 1;
        }
        return extra + (int) left.stream().filter(essence -> essence != 0).count();
    }

    private static List<Candidate> ranked(Syllables typed, Spot spot, List<Sense> senses) {
        int kind = Cues.kindBefore(typed, spot.from());
        var kept = senses;
        if ((kind & Cues.DISTRICT_KINDS) != 0 && senses.stream().anyMatch(Sense::isDistrict)) {
            kept = senses.stream().filter(Sense::isDistrict).toList();
        }
        boolean former = Cues.has(typed, spot.to(), Cues.FORMER);
        boolean recent = Cues.has(typed, spot.to(), Cues.RECENT);
        boolean manyOld = senses.stream().filter(sense -> sense.level() == Sense.Level.OLD).count() > 1;
        return kept.stream()
                .sorted(Comparator.comparing((Sense sense) -> kind != 0 && (sense.kinds() & kind) == 0)
                        .thenComparing(sense -> (former && sense.level() == Sense.Level.NEW)
                                || (recent && sense.level() != Sense.Level.NEW))
                        .thenComparing(sense -> manyOld && sense.isDistrict()).thenComparing(Sense::level))
                .map(Sense::meaning).toList();
    }

    /// The first of each, then the second of each: no reading of a slip hides another.
    private static List<Candidate> inTurn(List<List<Candidate>> queues) {
        var merged = new ArrayList<Candidate>();
        int longest = queues.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (var queue : queues) {
                if (i < queue.size()) {
                    merged.add(queue.get(i));
                }
            }
        }
        return merged;
    }
}
