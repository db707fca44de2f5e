package vn.gopy.channel.telegram;

import java.text.Normalizer;

/// What a resident typed, made safe to handle: NFC, without control characters and without the two private
/// characters that mark bold in our own texts.
final class TypedText {
    static final int LONGEST = 4096;
    private static final int FIRST_COMBINING = 0x300;

    private TypedText() {}

    /// The clean text; it may be empty. Of a text that is longer than Telegram allows, the beginning.
    static String clean(String typed) {
        var text = allowed(typed) ? typed : stripped(typed);
        text = settled(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        text = text.strip();
        return text.length() <= LONGEST ? text : beginning(text);
    }

    /// Whether each surrogate has its partner. A half one is no character, and no database or peer takes it.
    static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean allowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(char c) {
        if (c < 0xA0) {
            return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
        }
        return c < 0xE000 || c > 0xF8FF;
    }

    private static String stripped(String text) {
        var kept = new StringBuilder(text.length());
        text.chars().filter(c -> allowed((char) c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /// Whether a text is in NFC beyond doubt, as most are: Latin letters and the ready-made Vietnamese ones.
    private static boolean settled(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_COMBINING && (c < 0x1EA0 || c > 0x1EF9)) {
                return false;
            }
        }
        return true;
    }

    private static String beginning(String text) {
        boolean cutsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, cutsPair ? LONGEST - 1 : LONGEST);
    }
}
