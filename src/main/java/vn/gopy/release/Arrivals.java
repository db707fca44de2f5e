package vn.gopy.release;

/// When persons came in one month, and in which moments far more than usual: a meeting, a call that was shared, or
/// somebody with many accounts. It does not tell which.
///
/// A moment of ten minutes is a burst when at least k persons came, three times as many as at that hour on the
/// other days, and more than chance would bring (six standard deviations of a Poisson number).
final class Arrivals {
    static final int MOMENTS_AN_HOUR = 6;
    private static final int HOURS = 24;
    private static final int TIMES = 3;
    private static final int DEVIATIONS = 6;

    private final int k;
    private final int days;
    private final int[] moments;

    Arrivals(int k, int days) {
        this.k = k;
        this.days = days;
        moments = new int[days * HOURS * MOMENTS_AN_HOUR];
    }

    /// @param moment from the beginning of the month; what lies outside is not counted
    void add(int moment) {
        if (moment >= 0 && moment < moments.length) {
            moments[moment]++;
        }
    }

    boolean isBurst(int moment) {
        if (moment < 0 || moment >= moments.length || moments[moment] < k) {
            return false;
        }
        double usual = usual(moment);
        return moments[moment] >= TIMES * usual && moments[moment] >= usual + DEVIATIONS * Math.sqrt(usual);
    }

    /// Persons in ten minutes of the same hour on the other days.
    private double usual(int moment) {
        int hour = moment / MOMENTS_AN_HOUR % HOURS;
        int own = moment / MOMENTS_AN_HOUR / HOURS;
        int others = 0;
        for (int day = 0; day < days; day++) {
            int from = (day * HOURS + hour) * MOMENTS_AN_HOUR;
            for (int at = from; day != own && at < from + MOMENTS_AN_HOUR; at++) {
                others += moments[at];
            }
        }
        return (double) others / ((days - 1) * MOMENTS_AN_HOUR);
    }
}
