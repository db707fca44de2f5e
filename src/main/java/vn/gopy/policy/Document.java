package vn.gopy.policy;

import java.time.LocalDate;
import java.util.Optional;

/// A law, resolution, decree, notice or press article that claims cite. By number only: we store no text of
/// others.
///
/// @param number what a resident sees, such as `NQ 1679/NQ-UBTVQH15`
/// @param title  what it is about, in our own words
/// @param level  `party`, `law`, `government`, `ministry`, `province`, `press` or `project`
/// @param date   the day of issue, if known
public record Document(String id, String number, String title, String issuer, String level,
        Optional<LocalDate> date, Optional<LocalDate> inForceFrom, Optional<LocalDate> inForceTo) {

    public Document {
        if (!id.matches("[a-z0-9-]{2,60}")) {
            throw new PolicyException("document id '" + id + "' is not made of a-z, 0-9 and -");
        }
    }
}
