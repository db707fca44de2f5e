package vn.gopy.feedback;

import java.util.Arrays;
import java.util.Optional;
import vn.gopy.text.Folding;
import vn.gopy.vault.SipHash;
import vn.gopy.vault.Vault;

/// Makes the mark by which near-duplicates of a text are found without the text (contracts.md section 7).
///
/// A text is folded, and of it only letters and digits stay, so that marks, look-alike letters, punctuation and
/// spaces make no difference. Every three characters in a row are a shingle. MinHash (Broder 1997): each of 64
/// orders of all possible shingles picks the text's smallest one; how many of the picks two texts share tells
/// their Jaccard likeness, the shingles in both of those in either.
///
/// The orders are keyed: each shingle goes through SipHash under a key of this purpose alone, then each order is
/// one multiplication and addition, also drawn from the key. Of a pick eight bits are kept. Without the key a mark
/// says nothing of the text; it only says which texts are alike, and that is what it is for.
///
/// The first byte says whether the text is so short that people may well write the same by chance.
public final class Likeness {
    /// How long a mark is.
    public static final int BYTES = 65;
    static final int PICKS = 64;
    private static final int SHINGLE = 3;
    /// Fewer letters than this are a short text, such as "đường xấu quá".
    private static final int SHORT = 24;

    private final SipHash hash;
    private final int[] factors = new int[PICKS];
    private final int[] terms = new int[PICKS];

    public Likeness(Vault vault) {
        hash = vault.hashing("likeness");
        for (int order = 0; order < PICKS; order++) {
            long drawn = hash.of(~(long) order);
            factors[order] = (int) drawn | 1; // odd, so that no two shingles meet
            terms[order] = (int) (drawn >>> Integer.SIZE);
        }
    }

    /// The mark of a text; empty when too little of it is left to make a shingle.
    public Optional<byte[]> of(String text) {
        var letters = Folding.fold(text).toCharArray();
        int length = plain(letters);
        return length < SHINGLE ? Optional.empty() : Optional.of(mark(letters, length));
    }

    /// Moves letters and digits to the front; gives back how many there are.
    private static int plain(char[] letters) {
        int kept = 0;
        for (char letter : letters) {
            letters[kept] = letter;
            kept += Character.isLetterOrDigit(letter) ? 1 : 0;
        }
        return kept;
    }

    private byte[] mark(char[] letters, int length) {
        var least = new int[PICKS];
        Arrays.fill(least, Integer.MAX_VALUE);
        long shingle = ((long) letters[0] << Character.SIZE) | letters[1];
        for (int at = SHINGLE - 1; at < length; at++) {
            shingle = ((shingle << Character.SIZE) | letters[at]) & 0xFFFF_FFFF_FFFFL;
            pick(least, (int) hash.of(shingle));
        }
        var mark = new byte[BYTES];
        mark[0] = (byte) (length < SHORT ? 1 : 0);
        for (int order = 0; order < PICKS; order++) {
            mark[order + 1] = (byte) least[order];
        }
        return mark;
    }

    /// A plain loop over arrays, which the compiler does eight at a time.
    private void pick(int[] least, int hashed) {
        for (int order = 0; order < PICKS; order++) {
            least[order] = Math.min(least[order], (hashed * factors[order]) + terms[order]);
        }
    }
}
