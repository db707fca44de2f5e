package vn.gopy.text;

import java.text.Normalizer;

/// The plainest form of Vietnamese text, in which people's many ways of typing meet: lower case, no marks, đ
/// as d.
///
/// Look-alike letters of other scripts and full-width forms become the Latin ones, invisible characters go.
/// Characters up to U+21FF come from a table that fills as they are met; the others take the long way.
public final class Folding {
    static final char DROPPED = '\uFFFF';
    static final char SEVERAL = '\uFFFE';

    private static final int TABLED = 0x2200;
    private static final String LOOK_ALIKES = "аaеeоoрpсcхxуyіiјjѕsкkмmтtвbнhӏl"
            + "ԁdԛqԝwһhγyοoαaνvρpκkιiυuτtηnεeχxßb";
    /// For each character what it folds to in the low half and its marks above, and a sign that both are known.
    /// Two threads that meet a new one write the same.
    private static final int[] TABLE = new int[TABLED];
    private static final int KNOWN = 1 << 31;
    private static final int MARKS = 16;

    private Folding() {}

    private static int tabled(char c) {
        int known = TABLE[c];
        return known == 0 ? learnt(c) : known;
    }

    private static int learnt(char c) {
        var plain = theLongWay(c);
        char to = plain.isEmpty() ? DROPPED : plain.length() == 1 ? plain.charAt(0) : SEVERAL;
        int known = KNOWN | marksOf(c) << MARKS | to;
        TABLE[c] = known;
        return known;
    }

    /// Folds text: NFC and NFD, both tone placements and upper case all give the same. Idempotent. Keeps
    /// everything that is not a mark or invisible, so punctuation, digits and emoji stay.
    public static String fold(String text) {
        int length = text.length();
        var plain = new char[length];
        int kept = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char to = c < TABLED ? (char) tabled(c) : SEVERAL;
            if (to == SEVERAL) {
                return Folded.of(text).toString();
            }
            plain[kept] = to;
            kept += to == DROPPED ? 0 : 1;
        }
        return new String(plain, 0, kept);
    }

    /// The folded form of one character, or [#DROPPED], or [#SEVERAL] for those that must take the long way.
    static char quick(char c) {
        if (c < TABLED) {
            return (char) tabled(c);
        }
        return c >= 0x3400 && c <= 0x9FFF ? c : SEVERAL;
    }

    /// The Vietnamese marks that a character carries or is: the tone in the three low bits (grave, acute,
    /// hook, tilde, dot: 1–5), circumflex, breve, horn or stroke in the next three (1–4).
    static int marks(char c) {
        return c < TABLED ? tabled(c) >> MARKS & 0x3F : 0;
    }

    /// What one code point folds to, by Unicode's compatibility decomposition.
    static String theLongWay(int codePoint) {
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
            return Character.toString(codePoint);
        }
        var apart = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        var plain = new StringBuilder(2);
        apart.codePoints().map(Character::toLowerCase).map(Folding::looked).filter(Folding::stays)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int looked(int codePoint) {
        if (codePoint == 'đ') {
            return 'd';
        }
        int at = codePoint > 0x7F && codePoint < 0x600 ? LOOK_ALIKES.indexOf(codePoint) : -1;
        return at < 0 ? codePoint : LOOK_ALIKES.charAt(at + 1);
    }

    private static boolean stays(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> false;
            default -> true;
        };
    }

    private static byte marksOf(char c) {
        int marks = c == 'đ' || c == 'Đ' ? 4 << 3 : 0;
        var apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            marks |= switch (apart.charAt(i)) {
                case '\u0300' -> 1;
                case '\u0301' -> 2;
                case '\u0309' -> 3;
                case '\u0303' -> 4;
                case '\u0323' -> 5;
                case '\u0302' -> 1 << 3;
                case '\u0306' -> 2 << 3;
                case '\u031B' -> 3 << 3;
                default -> 0;
            };
        }
        return (byte) marks;
    }
}
