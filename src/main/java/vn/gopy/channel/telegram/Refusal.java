package vn.gopy.channel.telegram;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a 400 of the Bot API means. Telegram tells its kinds of refusal apart by their English description
/// alone.
enum Refusal {
    /// An edit that changes nothing: as good as done.
    UNCHANGED("message is not modified"),
    /// The message to be replaced is gone: the words are sent as a new one.
    NOTHING_TO_EDIT("message to edit not found", "message can't be edited", "message_id_invalid"),
    /// Our HTML is broken: sent once without it.
    BROKEN_MARKUP("can't parse entities"),
    /// Our splitting is broken: split again once.
    TOO_LONG("message is too long", "text is too long"),
    /// Nobody is there to be written to, or we may not.
    UNREACHABLE("chat not found", "peer_id_invalid", "user not found", "message thread not found",
            "not enough rights", "have no rights", "topic_closed", "chat_write_forbidden"),
    /// A fault of ours, or one that nobody knows: final for the message.
    OTHER;

    private final Pattern saying;

    Refusal(String... sayings) {
        saying = Pattern.compile(Arrays.stream(sayings).map(Pattern::quote).collect(Collectors.joining("|")));
    }

    static Refusal of(String description) {
        var words = description.toLowerCase(Locale.ROOT);
        for (var refusal : values()) {
            if (refusal.saying.matcher(words).find()) {
                return refusal;
            }
        }
        return OTHER;
    }

    /// The kind of an unknown refusal, short enough for a metric: only what stands before anything that may
    /// quote the message, in plain letters.
    static String kind(String description) {
        var words = description.toLowerCase(Locale.ROOT).replaceFirst("^[a-z ]{1,30}: ", "");
        int quote = firstOf(words, ":\"'`0123456789");
        var head = words.substring(0, Math.min(quote, 40)).replaceAll("[^a-z_ ]", "").strip();
        return head.isEmpty() ? "other" : head;
    }

    private static int firstOf(String words, String marks) {
        for (int i = 0; i < words.length(); i++) {
            if (marks.indexOf(words.charAt(i)) >= 0) {
                return i;
            }
        }
        return words.length();
    }
}
