package vn.gopy.channel.telegram;

import vn.gopy.chat.Inbox.DeadLetter;
import vn.gopy.chat.Incoming;

/// What an update turned out to be.
sealed interface Verdict {
    /// Something from a resident.
    record Understood(Incoming incoming) implements Verdict {}

    /// Authentic, but not to be read: kept as a note without values.
    record Unclear(DeadLetter letter) implements Verdict {}

    /// Known and of no concern to us, such as talk in a group. `what` is a word for metrics.
    record Passed(String what) implements Verdict {}

    /// No JSON object with a whole `update_id`: nobody can say what a repeat of it would be.
    record NotAnUpdate() implements Verdict {}
}
