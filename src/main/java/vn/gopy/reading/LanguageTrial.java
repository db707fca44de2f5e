package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.gopy.text.Folded;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;

/// Tells how often the language of the corpus' sentences is recognised: those of three words and more, but for
/// those that `tags.tsv` calls bilingual.
public final class LanguageTrial {
    private static final int A_SENTENCE = 3;

    private LanguageTrial() {}

    /// Prints the shares of Vietnamese sentences, typed and without marks, and of English ones.
    public static void run(Path corpus, PrintStream out) throws IOException {
        var tags = Corpus.tags(corpus);
        var english = tags.getOrDefault("english", Set.of());
        var bilingual = tags.getOrDefault("bilingual", Set.of());
        var texts = Corpus.read(corpus).stream().map(Example::text)
                .filter(text -> words(text) >= A_SENTENCE && !bilingual.contains(text)).toList();
        var vietnamese = texts.stream().filter(text -> !english.contains(text)).toList();
        out.printf(Locale.ROOT, "%nlanguage%n%-48s %10.2f %10.2f%n",
                "Vietnamese, " + vietnamese.size() + ": typed, without marks",
                share(vietnamese, text -> text, Language.VIETNAMESE),
                share(vietnamese, Folding::fold, Language.VIETNAMESE));
        var said = texts.stream().filter(english::contains).toList();
        out.printf(Locale.ROOT, "%-48s %10.2f%n", "English, " + said.size(),
                share(said, text -> text, Language.ENGLISH));
    }

    private static long words(String text) {
        var tokens = new Tokens(Folded.of(text));
        long words = 0;
        for (int i = 0; i < tokens.size(); i++) {
            words += tokens.isWord(i) ? 1 : 0;
        }
        return words;
    }

    private static double share(List<String> texts, UnaryOperator<String> typed, Language language) {
        return 100.0 * texts.stream()
                .filter(text -> LanguageGuess.of(new Tokens(Folded.of(typed.apply(text)))).equals(language))
                .count() / Math.max(1, texts.size());
    }
}
