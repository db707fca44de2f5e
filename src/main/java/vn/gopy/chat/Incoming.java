package vn.gopy.chat;

import java.time.Instant;
import java.util.Optional;

/// One thing that arrived from a resident, in the words of no channel.
///
/// @param from         who sent it
/// @param updateKey    the channel's key of this delivery; a repeat has the same one (contracts.md T3)
/// @param messageKey   the key of the message itself, the same also when the channel numbers its deliveries
///          anew; an edit has one of its own
/// @param sentAt       the channel's time of sending; it only clusters keys, nothing depends on its truth
/// @param languageHint the tag of the sender's app, if the channel tells it: a guess, for many who speak
///          Vietnamese use a phone in English
/// @param pageLanguage the tag of our own page on which it was written: the language the resident reads now
public record Incoming(Address from, String updateKey, String messageKey, Instant sentAt,
        Optional<String> languageHint, Optional<String> pageLanguage, Content content) {

    /// One thing that arrived from a messenger, where no page of ours stands around it.
    public Incoming(Address from, String updateKey, String messageKey, Instant sentAt,
            Optional<String> languageHint, Content content) {
        this(from, updateKey, messageKey, sentAt, languageHint, Optional.empty(), content);
    }

    /// The channel alone: keys lead to a chat, and content to a person.
    @Override
    public String toString() {
        return "incoming from " + from.channel();
    }

    /// What arrived. What residents wrote does not print.
    public sealed interface Content {}

    /// Typed text, made safe by its channel: NFC, without control characters and the marks of bold text;
    /// never empty, of at most 4096 UTF-16 units.
    public record Typed(String text) implements Content {
        @Override
        public String toString() {
            return "typed";
        }
    }

    /// A pressed button: the payload of one of our choices; `pressKey` lets the channel answer the press,
    /// `messageId` is the message that carried the button (empty when the channel does not say).
    public record Pressed(String payload, String pressKey, String messageId) implements Content {}

    /// The new text of a message that was sent before.
    public record Edited(String text) implements Content {
        @Override
        public String toString() {
            return "edited";
        }
    }

    /// A sticker, photo, voice message, file, place or contact: never downloaded. `kind` is a plain word for
    /// metrics.
    public record Unreadable(String kind) implements Content {}

    /// A command typed in a group; only these are heard there (contracts.md T12). `group` is where the group
    /// itself, and none of its members, is written to.
    public record InGroup(String command, Address group) implements Content {}

    /// A messenger's own anonymous poll stands so; it comes from no person. `order` grows with every message of
    /// this kind, until the messenger begins to count anew.
    public record Tallied(Totals totals, long order) implements Content {}

    /// The resident opened the chat again (`true`) or blocked the bot (`false`).
    public record Reachable(boolean now) implements Content {}
}
