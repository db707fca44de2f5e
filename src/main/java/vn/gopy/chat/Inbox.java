package vn.gopy.chat;

/// Takes what a channel received. A channel answers its peer only after this returns.
public interface Inbox {
    /// Decides and durably records the whole turn before it returns. A repeat has no effect. Never throws for
    /// content.
    Heard accept(Incoming incoming);

    /// Keeps the note that something authentic arrived which nobody can read: kind and field names, never a
    /// value (contracts.md P3, T3). `updateKey` makes a repeat harmless.
    Heard park(DeadLetter letter);

    /// What cannot be understood, without any value of it.
    record DeadLetter(String channel, String updateKey, String kind, String why) {}

    /// What became of it.
    sealed interface Heard {
        /// Recorded, durably.
        record Recorded() implements Heard {}

        /// It was recorded before; nothing happened.
        record Repeated() implements Heard {}

        /// Nothing was recorded and nothing is lost if the peer sends it again in so many seconds (T4).
        record Unavailable(int retryAfterSeconds) implements Heard {}
    }
}
