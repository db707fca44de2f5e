package vn.gopy.policy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// A law, resolution, decree, notice or press article that claims cite. By number only: we store no text of
/// others.
///
/// @param number what a resident sees, such as `NQ 1679/NQ-UBTVQH15`
/// @param title  what it is about, in our own words
/// @param level  `party`, `law`, `government`, `ministry`, `province`, `press` or `project`
/// @param date   the day of issue, if known
/// @param asks   what it asks, in our own words, and `whom` of whom; both empty where no source says so shortly
public record Document(String id, String number, String title, String issuer, String level,
        Optional<LocalDate> date, Optional<LocalDate> inForceFrom, Optional<LocalDate> inForceTo, String asks,
        String whom) {

    public Document {
        if (!id.matches("[a-z0-9-]{2,60}")) {
            throw new PolicyException("document id '" + id + "' is not made of a-z, 0-9 and -");
        }
    }

    /// Whether somebody means it: by its id, or by its number with or without its kind.
    boolean isCalled(String written) {
        var typed = plain(written);
        var full = plain(number);
        int before = full.length() - typed.length() - 1;
        return written.strip().equals(id) || full.equals(typed) || (typed.indexOf('/') > 0
                && full.endsWith(typed) && !Character.isDigit(full.charAt(before)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /// Whether it is in force on a day; what the press wrote and what is only planned never is.
    boolean binds(LocalDate day) {
        return !level.equals("press") && !level.equals("project")
                && inForceFrom.map(from -> !day.isBefore(from)).orElse(true)
                && inForceTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
