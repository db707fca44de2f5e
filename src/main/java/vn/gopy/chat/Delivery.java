package vn.gopy.chat;

import java.time.Duration;

/// What became of one attempt to deliver: a value with advice (contracts.md 3.4).
public sealed interface Delivery {
    /// It arrived. `messageId` is the channel's id of it, empty when there is none.
    record Sent(String messageId) implements Delivery {}

    /// A poll arrived, or was stopped, and stands so. `messageId` is that of its message.
    record Polled(String messageId, Totals totals) implements Delivery {}

    /// Not now. `everyone` tells whether only this address must wait or the whole channel; `counts` whether
    /// it is an attempt (a 429 is none).
    record TryAgain(Duration after, String why, boolean everyone, boolean counts) implements Delivery {}

    /// The request was written and no answer came: nobody knows whether it arrived.
    record Unknown(String why) implements Delivery {}

    /// The address is another one now: send there, once, and remember it.
    record Moved(Address to) implements Delivery {}

    /// This resident cannot be reached until they write again. Not an error.
    record Blocked(String why) implements Delivery {}

    /// Final for this message: it goes to the dead letters.
    record Refused(String why) implements Delivery {}

    /// Nothing of this channel can be sent until an operator acts; no attempt is counted.
    record Halt(String why) implements Delivery {}
}
