package vn.gopy.channel.telegram;

import java.util.Locale;

/// A command at the beginning of a text: `/name` or `/name@addressee`.
record Command(String name, String addressee) {
    static final Command NONE = new Command("", "");

    private static final int LONGEST = 65;

    /// Reads a text that begins with a slash.
    static Command read(String text) {
        int end = 1;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        if (end > LONGEST || (end < text.length() && !Character.isWhitespace(text.charAt(end)))) {
            return NONE;
        }
        var words = text.substring(1, end).toLowerCase(Locale.ROOT);
        int at = words.indexOf('@');
        if (at < 0) {
            return new Command(words, "");
        }
        return at == words.length() - 1 ? NONE : new Command(words.substring(0, at), words.substring(at + 1));
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
                || c == '@';
    }
}
