package vn.gopy.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The same sentence said in praise and in blame, in 25 voices that the model has not heard: it must not hear
/// the one better than the other. Shares are in per cent of the pairs.
class MirrorReadingTest {
    private static final int VOICES = 25;
    private static final int A_VOICE = 20;

    private final List<Pair> pairs;
    private final List<Reading> praises;
    private final List<Reading> blames;

    private record Pair(String voice, String praise, String blame) {}

    MirrorReadingTest() throws IOException {
        var reader = TrainedReader.open(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)));
        pairs = Files.readAllLines(Path.of("src/test/resources/reading/mirror.tsv")).stream().skip(1)
                .map(line -> line.split("\t", 3)).map(cells -> new Pair(cells[0], cells[1], cells[2]))
                .toList();
        praises = pairs.stream().map(pair -> reader.read(pair.praise())).toList();
        blames = pairs.stream().map(pair -> reader.read(pair.blame())).toList();
    }

    @Test
    void praise_and_blame_are_understood_alike() {
        for (var mood : Sentiment.values()) {
            tell("mood " + mood, mood(mood), mood(mood));
        }
        tell("right", mood(Sentiment.POS), mood(Sentiment.NEG));
        tell("turned", mood(Sentiment.NEG), mood(Sentiment.POS));

        assertAlike(2, mood(Sentiment.POS), mood(Sentiment.NEG));
        assertAlike(2, mood(Sentiment.NEG), mood(Sentiment.POS));
        assertAlike(2, mood(Sentiment.NEU), mood(Sentiment.NEU));
        assertAlike(2, mood(Sentiment.MIXED), mood(Sentiment.MIXED));
        assertAlike(4, mood(Sentiment.UNSURE), mood(Sentiment.UNSURE));
        assertTrue(share(praises, mood(Sentiment.POS)) >= 55, "praise heard as praise");
        assertTrue(share(blames, mood(Sentiment.NEG)) >= 55, "blame heard as blame");
    }

    @Test
    void praise_and_blame_find_the_same_topic() {
        long same = IntStream.range(0, pairs.size())
                .filter(i -> praises.get(i).topic().equals(blames.get(i).topic())).count();
        double share = 100.0 * same / pairs.size();
        System.out.printf(Locale.ROOT, "%-16s %5.1f%n", "same topic", share);
        Predicate<Reading> unsure = reading -> reading.topic().isEmpty();
        tell("topic unsure", unsure, unsure);

        assertTrue(share >= 82, "the same topic: " + share);
        assertAlike(2, unsure, unsure);
    }

    @Test
    void a_plain_blame_is_called_neither_toxic_nor_dangerous() {
        Predicate<Reading> sensitive = reading -> reading.sensitive() != Sensitive.NONE;
        tell("toxic", Reading::toxic, Reading::toxic);
        tell("urgent", Reading::urgent, Reading::urgent);
        tell("sensitive", sensitive, sensitive);

        assertAlike(2, Reading::toxic, Reading::toxic);
        assertAlike(2, Reading::urgent, Reading::urgent);
        assertAlike(2, sensitive, sensitive);
    }

    @Test
    void the_pairs_are_many_and_none_was_learnt() throws IOException {
        var learnt = Corpus.read(Path.of("config/training/opinions")).stream()
                .map(example -> Folding.fold(example.text())).collect(Collectors.toSet());
        var texts = pairs.stream().flatMap(pair -> Stream.of(pair.praise(), pair.blame()))
                .map(Folding::fold).toList();
        var byVoice = pairs.stream().collect(Collectors.groupingBy(Pair::voice, Collectors.counting()));

        assertEquals(VOICES, byVoice.size());
        assertTrue(byVoice.values().stream().allMatch(count -> count == A_VOICE), byVoice.toString());
        assertEquals(texts.size(), new HashSet<>(texts).size(), "a sentence stands there twice");
        assertEquals(List.of(), texts.stream().filter(learnt::contains).toList());
    }

    private static Predicate<Reading> mood(Sentiment mood) {
        return reading -> reading.sentiment() == mood;
    }

    private void assertAlike(double points, Predicate<Reading> ofPraise, Predicate<Reading> ofBlame) {
        double praise = share(praises, ofPraise);
        double blame = share(blames, ofBlame);
        assertTrue(Math.abs(praise - blame) <= points, "praise " + praise + ", blame " + blame);
    }

    private void tell(String name, Predicate<Reading> ofPraise, Predicate<Reading> ofBlame) {
        System.out.printf(Locale.ROOT, "%-16s praise %5.1f  blame %5.1f%n", name, share(praises, ofPraise),
                share(blames, ofBlame));
    }

    private static double share(List<Reading> readings, Predicate<Reading> is) {
        return 100.0 * readings.stream().filter(is).count() / readings.size();
    }
}
