package vn.gopy.reading;

/// The names in an address: of streets, hamlets, blocks. Capitals tell how far they reach; where there are
/// none, only the names of known people and places are known to be such.
final class StreetNames {
    private static final KnownNames PLACES = KnownNames.list("place-names.txt");
    private static final KnownNames PEOPLE = KnownNames.list("public-names.txt");
    private static final int LONGEST = 4;

    private final Typed typed;
    private final Tokens tokens;

    StreetNames(Typed typed) {
        this.typed = typed;
        this.tokens = typed.tokens;
    }

    /// The token after a street's name, or the same token.
    int name(int i) {
        int named = capitals(i);
        if (named > i) {
            return named;
        }
        return Math.max(PEOPLE.after(tokens, i), PLACES.after(tokens, i));
    }

    /// A street's name right behind a house or lane number, unless it is the commune: "số 75 Quang Trung".
    int behind(int after) {
        int named = capitals(after);
        boolean commune = PLACES.after(tokens, after) > after && PEOPLE.after(tokens, after) == after;
        return named > after + 1 && !commune ? named : after;
    }

    /// The token after some capital words that follow each other.
    int capitals(int from) {
        int at = from;
        while (at < from + LONGEST && typed.stands(at) && typed.adjoins(at)
                && !(NameWords.isStop(tokens, at) && typed.isCapital(at + 1))
                && (at == from || typed.isShouted(at) == typed.isShouted(at - 1))) {
            at++;
        }
        return at;
    }
}
