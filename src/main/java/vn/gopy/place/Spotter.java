package vn.gopy.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.gopy.text.LongTable;

/// Finds the names that stand in a text letter for letter, with or without their marks.
final class Spotter {
    private final Lexicon lexicon;

    Spotter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// In the order of the text, none overlapping.
    List<Spot> spots(Syllables typed) {
        List<Spot> all = List.of();
        for (int from = 0; from < typed.count(); from++) {
            long run = 0;
            for (int to = from; to < typed.count() && to < from + Lexicon.LONGEST; to++) {
                int syllable = lexicon.syllable(typed.hash(to));
                if (syllable == LongTable.NONE) {
                    break;
                }
                run = Lexicon.extended(run, syllable);
                var names = lexicon.at(run);
                if (!names.isEmpty()) {
                    all = all.isEmpty() ? new ArrayList<>() : all;
                    all.add(spot(typed, from, to + 1, names));
                }
            }
        }
        return all.size() < 2 ? all : withoutOverlaps(typed, all);
    }

    /// Marks that were typed decide between names that differ only in marks.
    private static Spot spot(Syllables typed, int from, int to, List<Name> names) {
        int best = -1;
        List<Name> kept = new ArrayList<>(names.size());
        for (var name : names) {
            int agreement = name.agreement(typed, from);
            if (agreement > best) {
                kept.clear();
                best = agreement;
            }
            if (agreement == best) {
                kept.add(name);
            }
        }
        if (!typed.marked(from, to)) {
            return new Spot(from, to, names, Spot.Match.LETTERS);
        }
        var match = best < 0
                ? Spot.Match.WRONG_MARK
                : best == to - from ? Spot.Match.FULL : Spot.Match.LETTERS;
        return new Spot(from, to, kept, match);
    }

    /// Of names that overlap the longer stays; a word for its kind before it counts as length: in "phuong
    /// dong trieu" it is Đông Triều, not Phương Đông.
    private static List<Spot> withoutOverlaps(Syllables typed, List<Spot> all) {
        var byWeight = new ArrayList<>(all);
        byWeight.sort(Comparator.comparingInt((Spot spot) -> weight(typed, spot)).reversed());
        var kept = new ArrayList<Spot>();
        for (var spot : byWeight) {
            if (kept.stream().noneMatch(spot::overlaps)) {
                kept.add(spot);
            }
        }
        kept.sort(Comparator.comparingInt(Spot::from));
        return kept;
    }

    private static int weight(Syllables typed, Spot spot) {
        int kind = Cues.kindBefore(typed, spot.from()) != 0 ? 1 : 0;
        int marks = spot.match() == Spot.Match.WRONG_MARK ? -3 : 0;
        return 2 * (spot.to() - spot.from()) + kind + marks;
    }
}
