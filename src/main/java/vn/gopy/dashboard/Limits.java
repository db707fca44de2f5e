package vn.gopy.dashboard;

import vn.gopy.release.Rule;
import vn.gopy.release.Share;

/// Beyond which share a unit is clearly not the province, by how many persons it rests on.
///
/// This is [Share#differsFrom] solved for the unit's share. A Wilson interval excludes a value `p` exactly
/// when the share lies farther from it than 1.96 times the square root of p(1 - p)/n; what `Share` widens
/// for the rounding and near k is widened here too. So the funnel, the map and the words of a page never disagree.
///
/// @param whole the province's share
record Limits(Share whole, Rule rule) {
    private static final double Z = 1.959963984540054;

    /// In per cent, for a base of n persons.
    double upper(int n) {
        double beyond = Math.min(1, (whole.high() + 1) / 100.0);
        double base = n + rule.slack();
        double least = base * (beyond + reach(beyond, base));
        double drawn = rule.k() + least * rule.k() / (2 * rule.k() - rule.slack());
        return percent(Math.max(least + rule.slack(), drawn), n);
    }

    /// In per cent, for a base of n persons.
    double lower(int n) {
        double beyond = Math.max(0, (whole.low() - 1) / 100.0);
        double base = n - rule.slack();
        return percent(base * (beyond - reach(beyond, base)) - rule.slack(), n);
    }

    private static double reach(double share, double base) {
        return Z * Math.sqrt(share * (1 - share) / base);
    }

    private static double percent(double part, int n) {
        return Math.clamp(100 * part / n, 0, 100);
    }
}
