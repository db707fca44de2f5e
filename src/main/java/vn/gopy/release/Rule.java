package vn.gopy.release;

/// The rule of a release: no number under `k` persons, every number rounded to a multiple of `round`
/// (contracts.md P8).
public record Rule(int k, int round) {
    public Rule {
        if (k < 10 || round < 5 || k % round != 0) {
            throw new IllegalArgumentException(
                    "k is at least 10 and a multiple of the rounding, which is at least 5");
        }
    }

    /// How far a published number can lie from the true one.
    public int slack() {
        return round / 2;
    }

    /// A number that may be shown, rounded half up.
    public int rounded(int persons) {
        return (persons + slack()) / round * round;
    }

    /// Which true numbers may stand behind a published one.
    Range behind(int shown) {
        return new Range(Math.max(k, shown - slack()), (double) shown + round - 1 - slack());
    }
}
