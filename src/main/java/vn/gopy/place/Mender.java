package vn.gopy.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Mends one slip in a name. It guesses, so what it finds is never certain.
final class Mender {
    private static final int SHORT = 6;
    private static final int FEWEST_LETTERS = 5;
    private static final int RUN = Lexicon.LONGEST + 1;

    private final Lexicon lexicon;
    /// Worked out for those that are asked for.
    private final Map<Name, List<Name>> near = new ConcurrentHashMap<>();
    /// Those that may be one slip away from letters of a length.
    private final Map<Integer, List<Name>> byLength = new HashMap<>();

    private record Hit(int from, int to, Name name, int cost) {
        boolean overlaps(Hit other) {
            return from < other.to && other.from < to;
        }
    }

    Mender(Lexicon lexicon) {
        this.lexicon = lexicon;
        lexicon.names().stream().filter(Mender::mendable).forEach(name -> {
            int length = name.squeezed().length();
            for (int letters = length - 1; letters <= length + 1; letters++) {
                byLength.computeIfAbsent(letters, _ -> new ArrayList<>()).add(name);
            }
        });
    }

    private static boolean mendable(Name name) {
        return name.sort() != Name.Sort.ABBREVIATION && name.sort() != Name.Sort.PROVINCE;
    }

    private static boolean inside(Name name) {
        return name.senses().stream().anyMatch(sense -> sense.level() != Sense.Level.OUTSIDE);
    }

    /// Names that this one becomes by one slip.
    List<Name> near(Name name) {
        var known = near.get(name);
        return known == null ? near.computeIfAbsent(name, this::neighbours) : known;
    }

    private List<Name> neighbours(Name name) {
        return name.numbered() || !mendable(name)
                ? List.of()
                : byLength.getOrDefault(name.squeezed().length(), List.of()).stream()
                        .filter(other -> !other.squeezed().equals(name.squeezed()) && !other.numbered()
                                && Slip.atMostOne(other.squeezed(), name.squeezed()))
                        .filter(Mender::inside).toList();
    }

    /// Slips in what the exact spots leave over, or in a longer name that holds an exact spot.
    List<Spot> spots(Syllables typed, List<Spot> exact) {
        var hits = new ArrayList<Hit>();
        for (int from = 0; from < typed.count(); from++) {
            if (typed.count() <= SHORT || cued(typed, from)) {
                collect(typed, from, exact, hits);
            }
        }
        return chosen(hits);
    }

    private static boolean cued(Syllables typed, int from) {
        return Cues.kindBefore(typed, from) != 0 || Cues.has(typed, from - 1, Cues.PLACE | Cues.HAMLET);
    }

    private void collect(Syllables typed, int from, List<Spot> exact, List<Hit> hits) {
        for (int to = from + 1; to <= typed.count() && to <= from + RUN; to++) {
            var letters = typed.squeezed(from, to);
            int longerThan = heldLetters(typed, from, to, exact);
            if (letters.length() > 20 || longerThan < 0 || !readable(typed, from, to, exact)) {
                continue;
            }
            int least = longerThan > 0
                    ? longerThan + 1
                    : alone(typed, from, to) ? FEWEST_LETTERS - 1 : FEWEST_LETTERS;
            for (var name : lexicon.squeezed(letters)) {
                if (name.sort() != Name.Sort.ABBREVIATION && longerThan == 0) {
                    hits.add(new Hit(from, to, name, 0));
                }
            }
            for (var name : byLength.getOrDefault(letters.length(), List.of())) {
                if (name.squeezed().length() >= least && Slip.atMostOne(letters, name.squeezed())) {
                    hits.add(new Hit(from, to, name, Slip.cost(letters, name.squeezed())));
                }
            }
        }
    }

    /// The letters of the longest exact spot that a run holds: it may only be part of a longer name. -1 when
    /// the run cuts one; but "phuong dong mgai" may be a phường with a slip, not Phương Đông.
    private static int heldLetters(Syllables typed, int from, int to, List<Spot> exact) {
        int letters = 0;
        for (var spot : exact) {
            boolean afterKind = from == spot.from() + 1 && to > spot.to()
                    && Cues.has(typed, spot.from(), Cues.KINDS);
            if (from >= spot.to() || spot.from() >= to || afterKind) {
                continue;
            }
            boolean inside = from <= spot.from() && spot.to() <= to && to - from > spot.to() - spot.from();
            if (!inside || (spot.is(Name.Sort.PROVINCE) && spot.to() - spot.from() > 1)) {
                return -1;
            }
            letters = Math.max(letters, typed.squeezed(spot.from(), spot.to()).length());
        }
        return letters;
    }

    /// Beside a name that is spelled right, and in a long text, small words are no part of a misspelled one:
    /// in a short text none begins with one.
    private static boolean readable(Syllables typed, int from, int to, List<Spot> exact) {
        if (exact.isEmpty() && typed.count() <= SHORT) {
            return true;
        }
        int end = typed.count() <= SHORT ? from + 1 : to;
        for (int i = from; i < end; i++) {
            int at = i;
            if (Cues.flags(typed, i) != 0
                    && exact.stream().noneMatch(spot -> spot.from() <= at && at < spot.to())) {
                return false;
            }
        }
        return true;
    }

    /// Whether nothing else was typed but small words.
    private static boolean alone(Syllables typed, int from, int to) {
        for (int i = 0; i < typed.count(); i++) {
            if ((i < from || i >= to) && !Cues.small(typed, i, Cues.FILLER)) {
                return false;
            }
        }
        return true;
    }

    /// The likeliest run first; what overlaps it joins it as another reading of the same slip.
    private static List<Spot> chosen(List<Hit> hits) {
        var order = Comparator.comparingInt((Hit hit) -> hit.cost == 0 ? 0 : 1)
                .thenComparingInt(hit -> -hit.name.squeezed().length()).thenComparingInt(Hit::cost);
        var left = new ArrayList<>(hits.stream().sorted(order).toList());
        var spots = new ArrayList<Spot>();
        while (!left.isEmpty()) {
            var best = left.getFirst();
            var names = new LinkedHashSet<Name>();
            left.stream().sorted(Comparator.comparing(hit -> !inside(hit.name))).filter(best::overlaps)
                    .filter(hit -> best.cost > 0 || hit.cost == 0).map(Hit::name)
                    .forEach(names::add);
            spots.add(new Spot(best.from, best.to, List.copyOf(names), Spot.Match.MENDED));
            left.removeIf(best::overlaps);
        }
        spots.sort(Comparator.comparingInt(Spot::from));
        return spots;
    }
}
