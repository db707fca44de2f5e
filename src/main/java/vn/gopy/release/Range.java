package vn.gopy.release;

/// What somebody may know of a number of persons: it is at least `low` and at most `high`.
///
/// The criterion is the one by which cell suppression is audited everywhere: the feasibility interval of what is
/// not published must be wide enough (Willenborg and de Waal, "Elements of Statistical Disclosure Control",
/// 2001; Fischetti and Salazar, "Solving the Cell Suppression Problem", 2001, who call the width needed the
/// sliding protection level).
record Range(double low, double high) {
    /// How far a solver's answer may lie from the number it means.
    private static final double TOLERANCE = 1e-6;

    static Range exactly(double number) {
        return new Range(number, number);
    }

    /// With one more number that it may be.
    Range with(double number) {
        return new Range(Math.min(low, number), Math.max(high, number));
    }

    /// With all that neither range excludes.
    Range narrowed(Range other) {
        return new Range(Math.max(low, other.low), Math.min(high, other.high));
    }

    boolean contains(double number) {
        return number >= low - TOLERANCE && number <= high + TOLERANCE;
    }

    /// What a number in this range may be less one in the other; fewer than nobody there cannot be.
    Range less(Range other) {
        return new Range(Math.max(0, low - other.high), Math.max(0, high - other.low));
    }

    /// Whether nobody can tell by it that a group under k is there: it cannot be under k; or it may as well be
    /// nobody as somebody; or it may reach k, or be anything from one to under k, and is no narrower than what the
    /// rounding leaves open of a published number.
    boolean isSafe(Rule rule) {
        double width = high - low + TOLERANCE;
        if (low > rule.k() - TOLERANCE) {
            return true;
        }
        if (low < TOLERANCE) {
            return width > 1;
        }
        return width > rule.round() - 1 && (high > rule.k() - TOLERANCE || width > rule.k() - 2);
    }
}
