package vn.gopy.text;

import java.text.Normalizer;

/// What a person typed, made safe to keep and to send: NFC, without control characters and without our own
/// marks.
public final class Tidying {
    private Tidying() {}

    /// Tidies text: NFC; line ends as `\n`; tabs as spaces; control characters, direction overrides, lone
    /// surrogates and the two marks of bold text removed; no white space at the ends. May come out empty.
    /// Idempotent.
    public static String tidy(String text) {
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
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
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
