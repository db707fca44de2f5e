package vn.gopy.channel.telegram;

import java.util.List;
import vn.gopy.chat.Choice;

/// One message as Telegram takes it.
///
/// @param replaces the id of the message it takes the place of, empty for a new one
/// @param html     whether the text is HTML; otherwise it is taken as it stands
record Message(long chat, String replaces, String text, boolean html, List<List<Choice>> choices) {
    Message asNew() {
        return new Message(chat, "", text, html, choices);
    }

    /// The same message in other words, or with the words written another way.
    Message withText(String written, boolean asHtml) {
        return new Message(chat, replaces, written, asHtml, choices);
    }
}
