package vn.gopy.release;

import java.time.Instant;
import java.util.List;

/// A frozen, published set of figures for closed periods. Nothing changes it: late opinions go into the next
/// one, and an erasure touches none.
///
/// @param id         the day it was published, in local time
/// @param periods    the periods it closed
/// @param questions  the version of the wording that residents were asked with; lines break where it changes
/// @param previous   the hash of the release before it, empty for the first
/// @param hash       SHA-256 of its canonical document, in hexadecimal digits
/// @param unanswered groups of questions without a source, in the order in which they are shown
public record Release(String id, Instant publishedAt, List<Period> periods, Rule rule, String questions,
        String previous, String hash, List<OpenQuestion> unanswered) {
    public Release {
        periods = List.copyOf(periods);
        unanswered = List.copyOf(unanswered);
    }

    /// The groups of questions of one of its periods.
    public List<OpenQuestion> unanswered(Period period) {
        return unanswered.stream().filter(group -> group.period().equals(period)).toList();
    }

    Release withHash(String found) {
        return new Release(id, publishedAt, periods, rule, questions, previous, found, unanswered);
    }
}
