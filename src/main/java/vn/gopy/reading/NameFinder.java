package vn.gopy.reading;

import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;

/// Names of private persons: a family name with given names after it, or a given name after "anh", "chị",
/// "tên là" …
///
/// Where the writer uses capitals they decide; elsewhere the lists do. Names that belong to everybody
/// (streets, schools, communes, leaders of the state) stay.
final class NameFinder {
    private static final KnownNames PUBLIC = KnownNames.list("public-names.txt");
    private static final KnownNames PLACES = KnownNames.list("place-names.txt");
    private static final int LONGEST = 5;

    private final Typed typed;
    private final Tokens tokens;
    private final SmallNames small;

    private NameFinder(Typed typed) {
        this.typed = typed;
        this.tokens = typed.tokens;
        this.small = new SmallNames(typed);
    }

    static void find(Typed typed, Finds finds) {
        var finder = new NameFinder(typed);
        int i = 0;
        while (i < finder.tokens.size()) {
            i = finder.next(i, finds);
        }
    }

    /// Looks at one token; gives the one to look at next.
    private int next(int i, Finds finds) {
        if (!tokens.isWord(i)) {
            return i + 1;
        }
        int known = knownEnd(i);
        if (known > i) {
            return known;
        }
        if (isBareKin(i) && typed.isCapital(i + 1)) {
            return i + 1;
        }
        var cue = NameCue.before(tokens, i);
        if (cue == NameCue.NONE && isBareKin(i - 1)) {
            cue = NameCue.SELF;
        }
        boolean capital = typed.stands(i);
        int run = capital ? runEnd(i, cue) : i;
        if (cue == NameCue.PLACE) {
            return Math.max(run, i + 1);
        }
        int end = capital && run > i && isName(i, run, cue) ? run : i;
        end = end == i ? small.end(i, cue) : end;
        if (end > i) {
            finds.add(tokens.from(i), tokens.to(end - 1), Kind.NAME);
            BirthFinder.afterName(tokens, end, finds);
        }
        return Math.max(end, i + 1);
    }

    /// The token after a name that belongs to everybody, or to a place, or the same token. "Anh Hồng Hà" is
    /// a person, though Hồng Hà is a ward.
    private int knownEnd(int i) {
        int known = PUBLIC.after(tokens, i);
        if (known == i && !(tokens.areAccented() && NameCue.before(tokens, i) == NameCue.KIN)) {
            known = PLACES.after(tokens, i);
        }
        boolean longer = known > i && typed.stands(i) && typed.stands(known) && typed.adjoins(known)
                && typed.isSyllable(known) && knownFrom(known) == known
                && (!NameWords.isNever(tokens, known) || isGiven(known));
        return longer ? i : known;
    }

    private int knownFrom(int i) {
        return Math.max(PUBLIC.after(tokens, i), PLACES.after(tokens, i));
    }

    /// The token after a row of capital words that may be one name.
    private int runEnd(int i, NameCue cue) {
        int end = i;
        while (end < i + LONGEST && typed.isCapital(end) && (end == i || typed.adjoins(end))
                && (typed.isSyllable(end) || cue == NameCue.TOLD || isInitial(i, end))
                && (!NameWords.isNever(tokens, end) || (end > i && isGiven(end)))
                && (end == i || goesOn(end))) {
            end++;
        }
        return end;
    }

    /// "Nguyễn Thị H."
    private boolean isInitial(int i, int at) {
        return at > i && tokens.to(at) - tokens.from(at) == 1;
    }

    /// "HỒNG NHUNG Ngày sinh" ends where the way of writing changes, "Lan Hạ Long" where a place begins.
    private boolean goesOn(int next) {
        boolean letter = tokens.to(next) - tokens.from(next) == 1;
        return letter || (knownFrom(next) == next && typed.isShouted(next) == typed.isShouted(next - 1));
    }

    private boolean isName(int i, int end, NameCue cue) {
        int words = end - i;
        if (tokens.to(end - 1) - tokens.from(i) == 1) {
            return false;
        }
        return switch (cue) {
            case TOLD -> words > 1 || isGiven(i) || tokens.is(i - 1, ':') || isFamily(i);
            case KIN -> words > 1
                    || (!isSentence(i) && (tokens.areAccented() || isGiven(i) || isFamily(i)));
            case SELF, ROLE, INITIAL -> (isGiven(i) && (isGiven(end - 1) || like(NameWords.COMMON, end - 1)))
                    || (words > 1 && isFamily(i) && isGiven(end - 1)) || isFull(i, end);
            case PLACE -> false;
            case NONE -> isFull(i, end) || (words > 1 && areAllGiven(i, end));
        };
    }

    private boolean isFull(int i, int end) {
        int words = end - i;
        if (words == 2) {
            return like(NameWords.COMMON, i) && isGiven(i + 1);
        }
        return words > 2 && isFamily(i)
                && (like(NameWords.COMMON, i) || like(NameWords.MIDDLE, i + 1) || tokens.areAccented());
    }

    private boolean areAllGiven(int i, int end) {
        for (int at = i; at < end; at++) {
            if (!isGiven(at)) {
                return false;
            }
        }
        return true;
    }

    /// "Ong Khai": a word of address that begins a sentence, typed without marks, is no part of the name.
    private boolean isBareKin(int i) {
        return !tokens.areAccented() && i >= 0 && isSentence(i) && NameWords.KIN.have(tokens, i);
    }

    private boolean isSentence(int i) {
        return i == 0 || tokens.is(i - 1, '.');
    }

    private boolean isFamily(int i) {
        return like(NameWords.SURNAMES, i);
    }

    private boolean isGiven(int i) {
        return like(NameWords.GIVEN, i);
    }

    /// Whether a word is on a list; without its marks only where the writer uses none, or in "BUI VAN TOAN".
    private boolean like(Words words, int i) {
        boolean exact = tokens.areAccented() && !typed.isShouted(i);
        return exact ? words.haveExactly(tokens, i) : words.have(tokens, i);
    }
}
