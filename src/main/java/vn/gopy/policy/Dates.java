package vn.gopy.policy;

import java.time.LocalDate;

/// Days as residents write them: `1/7/2025`.
public final class Dates {
    private Dates() {}

    public static String plain(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    /// A day from a table, where it may also be words; those stay as they are.
    static String plain(String written) {
        return isDay(written) ? plain(LocalDate.parse(written)) : written;
    }

    static boolean isDay(String written) {
        return written.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }
}
