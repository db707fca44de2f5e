package vn.gopy.dialogue;

import java.util.List;
import java.util.Optional;
import vn.gopy.feedback.Feedback;

/// What a desk may know of the resident in front of it.
///
/// @param consented whether they agreed to the text that is in force now
/// @param filed     how many opinions of theirs are kept
/// @param latest    the newest of them, newest first, at most five, with their own text; for "my data" alone
/// @param seed      a number of theirs that orders faces and topics, the same at every visit
/// @param newcomer  whether this is their first message
public record Resident(boolean consented, int filed, List<Feedback> latest, long seed, boolean newcomer,
        Optional<String> mailboxUntil) {
    public Resident {
        latest = List.copyOf(latest);
    }
}
