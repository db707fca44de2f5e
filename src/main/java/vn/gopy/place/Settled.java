package vn.gopy.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A spot with the senses that its neighbours leave it: a district named beside a name decides between
/// homonyms.
///
/// @param decided whether a district or a hamlet decided
record Settled(Spot spot, List<Sense> senses, boolean decided, Set<String> districts) {
    private static final int FAR = 4;

    /// Settles all spots of a text. A spot that only told where another lies is left out of the answer.
    static List<Settled> of(Syllables typed, List<Spot> spots) {
        var all = new ArrayList<Settled>();
        spots.forEach(spot -> all.add(new Settled(spot, senses(spot), false, Set.of())));
        for (int i = all.size() - 2; i >= 0; i--) {
            decide(typed, all, i, i + 1);
        }
        for (int i = 1; i < all.size(); i++) {
            if (!all.get(i).decided && !all.get(i - 1).decided && decide(typed, all, i, i - 1)) {
                i--;
            }
        }
        all.replaceAll(settled -> settled.byOtherHamlet(typed));
        return all;
    }

    private static List<Sense> senses(Spot spot) {
        var senses = new LinkedHashSet<Sense>();
        spot.names().forEach(name -> senses.addAll(name.senses()));
        return List.copyOf(senses);
    }

    /// Lets the spot at `teller` decide the one at `index`; it is then used up.
    private static boolean decide(Syllables typed, List<Settled> all, int index, int teller) {
        if (teller >= all.size() || !joined(typed, all.get(index).spot, all.get(teller).spot)) {
            return false;
        }
        var settled = all.get(index).in(all.get(teller).slugs(), all.get(teller).units());
        if (settled.decided) {
            all.set(index, settled);
            all.remove(teller);
        }
        return settled.decided;
    }

    private static boolean joined(Syllables typed, Spot a, Spot b) {
        int from = Math.min(a.to(), b.to());
        int to = Math.max(a.from(), b.from());
        for (int i = from; i < to; i++) {
            if (!Cues.small(typed, i, Cues.LINK)) {
                return false;
            }
        }
        return to - from <= FAR;
    }

    private Set<String> slugs() {
        var slugs = new HashSet<String>();
        senses.stream().filter(Sense::isDistrict).forEach(sense -> slugs.addAll(sense.districts()));
        return slugs;
    }

    private Set<Unit> units() {
        var units = new HashSet<Unit>();
        for (var sense : senses) {
            if (sense.meaning() instanceof Candidate.OfUnit(var unit, _)) {
                units.add(unit);
            }
        }
        return units;
    }

    private Settled in(Set<String> slugs, Set<Unit> units) {
        var here = senses.stream().filter(sense -> sense.liesIn(slugs) || isHamletOf(units, sense)).toList();
        return here.isEmpty() ? this : new Settled(spot, here, true, slugs);
    }

    private static boolean isHamletOf(Set<Unit> units, Sense sense) {
        return sense.meaning() instanceof Candidate.OfHamlet(var hamlet, _) && units.contains(hamlet.from());
    }

    /// "Khu 5 Trưng Vương": not one of the quarters that went elsewhere by name.
    private Settled byOtherHamlet(Syllables typed) {
        if (!numberedHamletBefore(typed, spot.from())) {
            return this;
        }
        for (var sense : senses) {
            if (sense.meaning() instanceof Candidate.OfUnit(var unit, _) && sense.others().isPresent()) {
                var hamlet = new Sense(new Candidate.OfHamlet(sense.others().get(), false), Cues.HAMLET,
                        sense.districts());
                var both = new ArrayList<>(List.of(hamlet));
                both.addAll(senses);
                return new Settled(spot, both, true, districts);
            }
        }
        return this;
    }

    private static boolean numberedHamletBefore(Syllables typed, int from) {
        int at = from - 1;
        while (at > 0 && Cues.small(typed, at, Cues.LINK)) {
            at--;
        }
        return at > 0 && Character.isDigit(typed.word(at).charAt(0)) && Cues.has(typed, at - 1, Cues.HAMLET);
    }
}
