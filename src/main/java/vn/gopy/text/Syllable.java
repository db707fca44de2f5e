package vn.gopy.text;

import java.util.List;
import java.util.regex.Pattern;

/// The grammar of Vietnamese syllables without marks: an onset and a rhyme. About 4,000 forms, each packed
/// into a number.
public final class Syllable {
    private static final Pattern MISSPELT = Pattern
            .compile("(c|g|ng)[ei](?!.*\\d).*|(k|gh|ngh)[aou].*|p[^h].{3,}");
    private static final List<String> ONSETS = List.of("", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k",
            "kh", "l",
            "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x");
    private static final List<String> RHYMES = List
            .of("""
                    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich
                    iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh
                    oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot u ua uan uang uat uay uc
                    ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych
                    uyen uyet uynh uyt uyu uyn uyp y yem yen yeng yet yeu ych yn ynh yt"""
                    .split("\\s+"));
    private static final int PACKED = 12;
    private static final long LONG_WORD = 1L << 63;
    private static final LongTable KNOWN = LongTable.of(known());

    private Syllable() {}

    /// A number for a folded word: exact for up to twelve letters a–z, a hash with the sign bit set for
    /// anything else.
    public static long key(CharSequence folded, int from, int to) {
        if (to - from <= PACKED) {
            long key = 0;
            for (int i = from; i < to; i++) {
                int letter = folded.charAt(i) - 'a' + 1;
                if (letter < 1 || letter > 26) {
                    return hash(folded, from, to);
                }
                key = key << 5 | letter;
            }
            return key;
        }
        return hash(folded, from, to);
    }

    public static long key(String folded) {
        return key(folded, 0, folded.length());
    }

    /// The letters of a key of up to twelve; empty for a hash.
    public static String letters(long key) {
        var letters = new StringBuilder(8);
        for (long rest = key; rest > 0; rest >>>= 5) {
            letters.append((char) ('a' - 1 + (rest & 31)));
        }
        return letters.reverse().toString();
    }

    /// Whether a word is a possible Vietnamese syllable.
    public static boolean fits(long key) {
        return key > 0 && KNOWN.has(key);
    }

    private static long hash(CharSequence text, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash) | LONG_WORD;
    }

    /// Spreads the bits of a number over all of it.
    public static long mixed(long number) {
        long bits = (number ^ number >>> 32) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ bits >>> 29) * 0xBF58476D1CE4E5B9L;
        return bits ^ bits >>> 32;
    }

    private static long[] known() {
        return ONSETS.stream().flatMap(onset -> RHYMES.stream().map(rhyme -> onset + rhyme))
                .filter(Syllable::spelled).mapToLong(Syllable::key).distinct().sorted().toArray();
    }

    private static boolean spelled(String syllable) {
        return !MISSPELT.matcher(syllable).matches()
                || syllable.startsWith("gi");
    }
}
