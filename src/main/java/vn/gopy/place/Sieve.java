package vn.gopy.place;

import java.util.ArrayList;
import java.util.List;

/// Keeps words of ordinary sentences from becoming units.
final class Sieve {
    private Sieve() {}

    /// The spots that count in an answer to "where do you live?".
    static List<Spot> answer(Syllables typed, List<Spot> spots) {
        var kept = new ArrayList<>(spots);
        kept.removeIf(spot -> spot.is(Name.Sort.PROVINCE) || (spot.match() == Spot.Match.WRONG_MARK
                && Cues.has(typed, spot.from(), Cues.KINDS)));
        if (kept.stream().anyMatch(spot -> spot.match() != Spot.Match.WRONG_MARK && !thing(typed, spot))) {
            kept.removeIf(spot -> spot.match() == Spot.Match.WRONG_MARK || thing(typed, spot));
        }
        for (int i = kept.size() - 1; i >= 0; i--) {
            var spot = kept.get(i);
            if (spot.is(Name.Sort.ABBREVIATION) && !alone(typed, spots, spot) && !follows(kept, i)) {
                kept.remove(i);
            }
        }
        return kept;
    }

    /// The spots that may be named in a free sentence, or decide what another one means.
    static List<Spot> sentence(Syllables typed, List<Spot> spots) {
        var kept = new ArrayList<Spot>();
        for (var spot : spots) {
            boolean short_ = spot.is(Name.Sort.ABBREVIATION);
            boolean follows = !kept.isEmpty() && kept.getLast().to() == spot.from();
            boolean plain = spot.match() != Spot.Match.WRONG_MARK && !spot.is(Name.Sort.PROVINCE)
                    && !thing(typed, spot);
            if (plain && (!short_ || follows)) {
                kept.add(spot);
            }
        }
        return kept;
    }

    /// The spots of a free sentence that name a unit. What stands right beside one, or is compared with it,
    /// is one too.
    static List<Settled> named(Syllables typed, List<Settled> all) {
        var kept = new ArrayList<Settled>();
        for (int i = 0; i < all.size(); i++) {
            boolean named = named(typed, all.get(i)) || (i > 0 && beside(typed, all.get(i - 1), all.get(i)))
                    || (i + 1 < all.size() && beside(typed, all.get(i + 1), all.get(i)));
            boolean outside = Ranking.ranked(typed, all.get(i)).getFirst() instanceof Candidate.Outside;
            if (named && !outside) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private static boolean beside(Syllables typed, Settled sure, Settled other) {
        if (!named(typed, sure) || other.spot().is(Name.Sort.ABBREVIATION)) {
            return false;
        }
        int from = Math.min(sure.spot().to(), other.spot().to());
        int to = Math.max(sure.spot().from(), other.spot().from());
        return from == to || (to - from == 1 && Cues.has(typed, from, Cues.OR));
    }

    /// Everyday words need a word beside them, or capitals, that says so.
    private static boolean named(Syllables typed, Settled settled) {
        var spot = settled.spot();
        if (spot.is(Name.Sort.ABBREVIATION)) {
            return false;
        }
        if (settled.decided() || cued(typed, spot)) {
            return true;
        }
        if (alone(typed, List.of(spot), spot) && !spot.is(Name.Sort.EVERYDAY_WITH_MARKS)) {
            return true;
        }
        boolean oneSyllable = spot.to() - spot.from() == 1;
        boolean capitals = capitalised(typed, spot);
        if (spot.match() == Spot.Match.FULL) {
            return capitals || (!oneSyllable && spot.names().stream().noneMatch(
                    name -> name.sort() == Name.Sort.EVERYDAY_WITH_MARKS));
        }
        return !oneSyllable && (capitals || spot.names().stream().noneMatch(Name::everyday));
    }

    private static boolean cued(Syllables typed, Spot spot) {
        return Cues.kindBefore(typed, spot.from()) != 0
                || ((spot.to() - spot.from() > 1 || spot.match() == Spot.Match.FULL)
                        && Cues.has(typed, spot.from() - 1, Cues.PLACE))
                || Cues.has(typed, spot.to(), Cues.FATE | Cues.FORMER);
    }

    private static boolean capitalised(Syllables typed, Spot spot) {
        for (int i = spot.from(); i < spot.to(); i++) {
            if (!typed.capitalised(i)) {
                return false;
            }
        }
        return true;
    }

    /// Đường Trần Phú, cầu Bãi Cháy, vịnh Hạ Long: a thing that bears the name.
    private static boolean thing(Syllables typed, Spot spot) {
        return Cues.kindBefore(typed, spot.from()) == 0 && Cues.has(typed, spot.from() - 1, Cues.THING);
    }

    private static boolean follows(List<Spot> spots, int index) {
        return index > 0 && spots.get(index - 1).to() == spots.get(index).from();
    }

    private static boolean alone(Syllables typed, List<Spot> spots, Spot spot) {
        for (int i = 0; i < typed.count(); i++) {
            int at = i;
            boolean known = spots.stream().anyMatch(other -> other.from() <= at && at < other.to()
                    && (other.equals(spot) || other.is(Name.Sort.PROVINCE)));
            if (!known && !Cues.small(typed, i, Cues.FILLER)) {
                return false;
            }
        }
        return true;
    }
}
