package vn.gopy.channel.telegram;

import org.jspecify.annotations.Nullable;
import vn.gopy.chat.Reply;
import vn.gopy.text.Tidying;

/// Renders a reply's text as the HTML that Telegram reads. The only tags are those of bold parts, made here.
final class Html {
    private static final char REPLACEMENT = '\uFFFD';

    private Html() {}

    /// Escapes exactly `<`, `>` and `&`, and turns the bold marks into tags that always close.
    static String of(String words) {
        var text = wellFormed(words);
        var html = new StringBuilder(text.length() + 32);
        boolean bold = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var sign = sign(c, bold);
            if (sign != null) {
                html.append(text, from, i).append(sign);
                from = i + 1;
                bold = c == Reply.BOLD || (bold && c != Reply.PLAIN);
            }
        }
        html.append(text, from, text.length());
        return (bold ? html.append("</b>") : html).toString();
    }

    /// What stands in HTML for a sign; null for one that stands for itself.
    private static @Nullable String sign(char c, boolean bold) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case Reply.BOLD -> bold ? "" : "<b>";
            case Reply.PLAIN -> bold ? "</b>" : "";
            default -> null;
        };
    }

    /// The words alone, without the marks.
    static String bare(String text) {
        if (text.indexOf(Reply.BOLD) < 0 && text.indexOf(Reply.PLAIN) < 0) {
            return wellFormed(text);
        }
        return wellFormed(
                text.replace(String.valueOf(Reply.BOLD), "").replace(String.valueOf(Reply.PLAIN), ""));
    }

    /// The same text with each half surrogate replaced: JSON cannot carry one.
    static String wellFormed(String text) {
        if (Tidying.isWellFormed(text)) {
            return text;
        }
        var whole = new StringBuilder(text);
        for (int i = 0; i < whole.length(); i++) {
            if (Character.isSurrogate(whole.charAt(i))) {
                if (i + 1 < whole.length()
                        && Character.isSurrogatePair(whole.charAt(i), whole.charAt(i + 1))) {
                    i++;
                } else {
                    whole.setCharAt(i, REPLACEMENT);
                }
            }
        }
        return whole.toString();
    }
}
