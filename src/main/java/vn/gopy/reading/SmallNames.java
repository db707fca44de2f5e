package vn.gopy.reading;

import vn.gopy.text.Syllable;

/// Names in small letters, or where everything is in capitals: here only the lists tell them from words.
final class SmallNames {
    private static final int MOST_GIVEN = 4;
    private static final long CHI = Syllable.key("chi");
    private static final long DIA = Syllable.key("dia");

    private final Typed typed;
    private final Tokens tokens;
    private final boolean accented;

    SmallNames(Typed typed) {
        this.typed = typed;
        this.tokens = typed.tokens;
        this.accented = tokens.areAccented();
    }

    /// The token after a name that begins here, or the same token.
    int end(int i, NameCue cue) {
        int full = fullName(i, cue);
        return full > i ? full : shortName(i, cue);
    }

    private int fullName(int i, NameCue cue) {
        boolean middle = have(NameWords.MIDDLE, i + 1) && typed.adjoins(i + 1);
        if (middle && have(NameWords.SURNAMES, i) && isThird(i, cue)) {
            return givenEnd(i + 3, MOST_GIVEN - 1);
        }
        if (!have(accented ? NameWords.COMMON : NameWords.COMMON_BARE, i)) {
            return i;
        }
        int end = givenEnd(i + 1, MOST_GIVEN);
        int given = end - i - 1;
        boolean sure = accented || NameWords.GIVEN_BARE.have(tokens, end - 1);
        return sure && (given > 1 || (given == 1 && isAddressed(i, cue))) ? end : i;
    }

    /// Whether a given name follows "văn" or "thị", which without marks are also "vẫn" and "thì".
    private boolean isThird(int i, NameCue cue) {
        if (!tokens.isWord(i + 2) || NameWords.isNever(tokens, i + 2) || !typed.adjoins(i + 2)) {
            return false;
        }
        boolean given = have(NameWords.GIVEN, i + 2);
        boolean cued = accented ? cue != NameCue.NONE && cue != NameCue.PLACE : isAddressed(i, cue);
        return accented
                ? given || cued
                : cued || (given && NameWords.COMMON_BARE.have(tokens, i))
                        || (given && cue == NameCue.ROLE && NameWords.COMMON.have(tokens, i));
    }

    private boolean isAddressed(int i, NameCue cue) {
        return switch (cue) {
            case TOLD -> true;
            case KIN -> accented || (NameWords.KIN_BARE.have(tokens, i - 1) && !isOnly(i));
            case ROLE -> tokens.is(i - 1, ':');
            case INITIAL, SELF, PLACE, NONE -> false;
        };
    }

    /// The token after up to so many given names.
    private int givenEnd(int from, int most) {
        int end = from;
        while (end < from + most && tokens.isWord(end) && typed.adjoins(end)
                && !NameWords.isNever(tokens, end)
                && (have(NameWords.GIVEN, end) || have(NameWords.MIDDLE, end))) {
            end++;
        }
        return end;
    }

    /// "Chi" that is no woman: "chi dung" is "chỉ đúng", "dia chi" is "địa chỉ".
    private boolean isOnly(int i) {
        return tokens.key(i - 1) == CHI && (tokens.key(i - 2) == DIA || NameWords.HIS.have(tokens, i));
    }

    private int shortName(int i, NameCue cue) {
        boolean beside = typed.adjoins(i) || tokens.is(i - 1, ':');
        var given = accented ? NameWords.GIVEN_SMALL : NameWords.GIVEN_BARE;
        if (!beside || !isAddressed(i, cue) || !have(given, i)) {
            return i;
        }
        boolean two = have(NameWords.GIVEN, i + 1) && typed.adjoins(i + 1)
                && NameWords.endBefore(tokens, i + 2);
        if (two) {
            return i + 2;
        }
        return NameWords.endBefore(tokens, i + 1) ? i + 1 : i;
    }

    private boolean have(Words words, int index) {
        return accented ? words.haveExactly(tokens, index) : words.have(tokens, index);
    }
}
