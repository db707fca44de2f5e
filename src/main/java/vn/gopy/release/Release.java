package vn.gopy.release;

import java.time.Instant;
import java.util.List;

/// A frozen, published set of figures for closed periods. Nothing changes it: late opinions go into the next
/// one, and an erasure touches none.
///
/// @param id        the day it was published, in local time
/// @param periods   the periods it closed
/// @param questions the version of the wording that residents were asked with; lines break where it changes
/// @param previous  the hash of the release before it, empty for the first
/// @param hash      SHA-256 of its canonical document, in hexadecimal digits
public record Release(String id, Instant publishedAt, List<Period> periods, Rule rule, String questions,
        String previous, String hash) {
    public Release {
        periods = List.copyOf(periods);
    }
}
