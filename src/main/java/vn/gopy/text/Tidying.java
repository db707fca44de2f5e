package vn.gopy.text;

import java.text.Normalizer;

/// What a person typed, made safe to keep and to send: NFC, without control characters and without our own
/// marks. Every channel hands it the words it received.
public final class Tidying {
    private static final int FIRST_COMBINING = 0x300;
    private static final int FIRST_VIETNAMESE = 0x1EA0;
    private static final int LAST_VIETNAMESE = 0x1EF9;

    private Tidying() {}

    /// Tidies text: NFC; line ends as `\n`; tabs as spaces; control characters, direction overrides, lone
    /// surrogates and the two marks of bold text removed; no white space at the ends. May come out empty.
    /// Idempotent.
    public static String tidy(String text) {
        return isTidy(text) ? text.strip() : Normalizer.normalize(kept(text), Normalizer.Form.NFC).strip();
    }

    /// Whether each surrogate has its partner. A half one is no character, and no database or peer takes it.
    public static boolean isWellFormed(String text) {
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

    /// Beyond doubt, as most texts are: plain Latin letters and the ready-made Vietnamese ones.
    private static boolean isTidy(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        if (c < 0xA0) {
            return (c >= ' ' && c < 0x7F) || c == '\n';
        }
        return c < FIRST_COMBINING || (c >= FIRST_VIETNAMESE && c <= LAST_VIETNAMESE);
    }

    private static StringBuilder kept(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\t') {
                kept.append(' ');
            } else if (point == '\r' || point == '\u2028' || point == '\u2029') {
                kept.append('\n');
            } else if (keeps(point)) {
                kept.appendCodePoint(point);
            }
        });
        return kept;
    }

    private static boolean keeps(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n';
            case Character.SURROGATE -> false;
            default -> point != Phrasebook.BOLD && point != Phrasebook.PLAIN && !turnsDirection(point);
        };
    }

    /// Embeddings, overrides and isolates (Unicode Standard Annex 9): they can make a text read as another
    /// one.
    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
