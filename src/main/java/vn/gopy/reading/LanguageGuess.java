package vn.gopy.reading;

import java.util.List;
import vn.gopy.text.Folded;
import vn.gopy.text.Language;
import vn.gopy.text.LongTable;
import vn.gopy.text.Syllable;
import vn.gopy.text.Typing;

/// Which language a message is in: letters that only Vietnamese has decide; else how many words are
/// Vietnamese syllables or short forms, against common English words; Han characters mean Chinese.
final class LanguageGuess {
    static final Language CHINESE = new Language("zh");
    static final Language OTHER = new Language("und");
    /// From so much on, words that are no Vietnamese syllables count as English.
    private static final int ENGLISH_TOO = 4;
    private static final LongTable ENGLISH = keys(WordLists.words("english.txt"));
    private static final LongTable BOTH = keys(WordLists.words("both.txt"));

    private LanguageGuess() {}

    static Language of(Tokens tokens) {
        int seen = Math.min(tokens.size(), Features.MOST_TOKENS);
        int vietnamese = 0;
        int english = 0;
        int strange = 0;
        int han = 0;
        int foreign = 0;
        for (int i = 0; i < seen; i++) {
            if (!tokens.isWord(i)) {
                continue;
            }
            if (isHan(tokens, i)) {
                han += tokens.to(i) - tokens.from(i);
            } else if (tokens.marks(i) != 0 && fits(tokens, i)) {
                vietnamese += 3;
            } else if (ENGLISH.has(tokens.key(i))) {
                english += 2;
                foreign += Syllable.fits(tokens.key(i)) ? 0 : 1;
            } else if (BOTH.has(tokens.key(i))) {
                english++;
                vietnamese++;
            } else if (fits(tokens, i)) {
                vietnamese += 2;
            } else {
                strange += isLatin(tokens, i) ? 1 : 3;
            }
        }
        boolean vietnameseToo = foreign == 0 && vietnamese >= english && strange == 0;
        return vietnamese > 0 && vietnameseToo
                ? Language.VIETNAMESE
                : decided(vietnamese, english, strange, han);
    }

    private static Language decided(int vietnamese, int english, int strange, int han) {
        if (han > 0 && han * 3 >= vietnamese + english + strange) {
            return CHINESE;
        }
        if (vietnamese > english + (english >= ENGLISH_TOO ? strange : 0)) {
            return vietnamese * 2 > strange ? Language.VIETNAMESE : OTHER;
        }
        if (english > 0 && english * 2 >= strange) {
            return Language.ENGLISH;
        }
        return OTHER;
    }

    private static boolean fits(Tokens tokens, int index) {
        return Syllable.fits(tokens.key(index))
                || Syllable.fits(Typing.meant(tokens.text, tokens.from(index), tokens.to(index))[0]);
    }

    private static boolean isHan(Tokens tokens, int index) {
        char c = tokens.text.charAt(tokens.from(index));
        return c >= 0x3400 && c <= 0x9FFF;
    }

    private static boolean isLatin(Tokens tokens, int index) {
        return tokens.text.charAt(tokens.from(index)) < 0x80;
    }

    private static LongTable keys(List<String> words) {
        return LongTable.of(words.stream().map(word -> Folded.of(word).toString()).mapToLong(Syllable::key)
                .toArray());
    }
}
