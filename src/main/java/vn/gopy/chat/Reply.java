package vn.gopy.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// One message for a resident, in the words of no channel.
///
/// The text is plain; bold parts stand between [#BOLD] and [#PLAIN] (phrases write `**bold**`), and each
/// channel renders them its own way. Nothing a resident typed can contain the two marks.
///
/// @param choices rows of buttons, may be empty
/// @param anchor  a name under which the sent message is remembered for its resident, so that a later reply
///                can replace it
/// @param edits   the anchor of the message this one replaces; sent as a new message when there is none
/// @param care    how hard to try
/// @param picture a chart of what the text says, for channels that can show one
/// @param ballot  an anonymous poll in place of the text, for channels that have such
public record Reply(String text, List<List<Choice>> choices, Optional<String> anchor, Optional<String> edits,
        Care care, Optional<Picture> picture, Optional<Ballot> ballot) {

    public static final char BOLD = '\uE000';
    public static final char PLAIN = '\uE001';

    /// What happens when nobody knows whether a message went out (contracts.md 3.5).
    public enum Care {
        /// Sent again: consent prompt, erasure confirmation, crisis numbers.
        AT_LEAST_ONCE,
        /// Not sent again: chatter.
        AT_MOST_ONCE,
        /// The answer to a pressed button: on a lane of its own, once, failures ignored (T11).
        PRESS_ANSWER
    }

    public Reply {
        choices = rowsOf(choices);
    }

    /// A message without a picture.
    public Reply(String text, List<List<Choice>> choices, Optional<String> anchor, Optional<String> edits,
            Care care) {
        this(text, choices, anchor, edits, care, Optional.empty());
    }

    /// A message that is no poll.
    public Reply(String text, List<List<Choice>> choices, Optional<String> anchor, Optional<String> edits,
            Care care, Optional<Picture> picture) {
        this(text, choices, anchor, edits, care, picture, Optional.empty());
    }

    private static List<List<Choice>> rowsOf(List<List<Choice>> choices) {
        if (choices.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<List<Choice>>(choices.size());
        for (var row : choices) {
            rows.add(List.copyOf(row));
        }
        return Collections.unmodifiableList(rows);
    }

    /// Without its words: they may quote the resident.
    @Override
    public String toString() {
        return "reply, " + care;
    }

    /// A plain message without buttons.
    public static Reply of(String text) {
        return new Reply(text, List.of(), Optional.empty(), Optional.empty(), Care.AT_MOST_ONCE);
    }

    /// The silent answer to a pressed button; `text` may be empty.
    public static Reply toPress(String text) {
        return new Reply(text, List.of(), Optional.empty(), Optional.empty(), Care.PRESS_ANSWER);
    }

    public Reply with(List<List<Choice>> rows) {
        return new Reply(text, rows, anchor, edits, care, picture, ballot);
    }

    /// This message replaces the one remembered under `name`, and is remembered there itself.
    public Reply inPlaceOf(String name) {
        return new Reply(text, choices, Optional.of(name), Optional.of(name), care, picture, ballot);
    }

    public Reply anchored(String name) {
        return new Reply(text, choices, Optional.of(name), edits, care, picture, ballot);
    }

    /// The same message, replacing none.
    public Reply asNew() {
        return new Reply(text, choices, anchor, Optional.empty(), care, picture, ballot);
    }

    public Reply surely() {
        return new Reply(text, choices, anchor, edits, Care.AT_LEAST_ONCE, picture, ballot);
    }

    /// The same message with a chart of what it says.
    public Reply showing(Picture chart) {
        return new Reply(text, choices, anchor, edits, care, Optional.of(chart), ballot);
    }

    /// An anonymous poll of the messenger's own, to be posted or stopped; the text stands for it in logs and tests
    /// alone.
    public static Reply of(String text, Ballot ballot, Care care) {
        return new Reply(text, List.of(), Optional.empty(), Optional.empty(), care, Optional.empty(),
                Optional.of(ballot));
    }
}
