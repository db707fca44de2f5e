package vn.gopy.release;

import java.util.Optional;

/// A share in whole per cent with its 95 % interval.
///
/// It is computed from the published, rounded counts alone, so that it tells nothing beyond them; the
/// interval is Wilson's, taken at those true counts within the rounding that make it widest, so that it still
/// covers. Near k its low end lies lower: there a number is seen only when chance made it large enough.
///
/// @param percent the share; `low` and `high` are the ends of the interval
/// @param of      how many persons, rounded, it is a share of
public record Share(int percent, int low, int high, int of) {
    private static final double Z = 1.959963984540054;
    private static final int LEAST_BASE = 30;

    /// The share of `part` in `base`; empty when one is hidden or the base may be under 30 persons.
    public static Optional<Share> of(Count part, Count base, Rule rule) {
        if (!(part instanceof Count.Of(int some)) || !(base instanceof Count.Of(int all))) {
            return Optional.empty();
        }
        int slack = rule.slack();
        if (all - slack < LEAST_BASE) {
            return Optional.empty();
        }
        double low = bound(least(some, rule), all + slack, -1);
        double high = bound(Math.min(some + slack, all - slack), all - slack, 1);
        int percent = (int) Math.min(100, Math.round(100.0 * some / all));
        return Optional.of(new Share(percent, (int) Math.min(percent, Math.floor(100 * low)),
                (int) Math.max(percent, Math.ceil(100 * high)), all));
    }

    private static double bound(double part, double base, int side) {
        double share = part / base;
        double square = Z * Z / base;
        double middle = share + square / 2;
        double reach = Z * Math.sqrt(share * (1 - share) / base + square / (4 * base));
        return Math.clamp((middle + side * reach) / (1 + square), 0, 1);
    }

    /// The count at which the low end is taken. Fewer than k persons are never shown, so a number close to k may
    /// be seen only because chance made it large: from k to 2k it is drawn out evenly from 0.
    private static double least(int some, Rule rule) {
        double drawn = (double) (some - rule.k()) * (2 * rule.k() - rule.slack()) / rule.k();
        return Math.max(0, Math.min(drawn, some - rule.slack()));
    }

    /// Whether this share is clearly not the other: their intervals do not touch.
    public boolean differsFrom(Share other) {
        return low > other.high || high < other.low;
    }
}
