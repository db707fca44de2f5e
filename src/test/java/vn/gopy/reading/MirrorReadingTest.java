package vn.gopy.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.gopy.reading.MirrorTrial.mood;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private static final Path PAIRS = Path.of("config/training/mirror.tsv");

    private final MirrorTrial trial;

    MirrorReadingTest() throws IOException {
        trial = MirrorTrial.of(PAIRS,
                TrainedReader.open(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH))));
    }

    @Test
    void praise_and_blame_are_understood_alike() {
        trial.print(System.out);

        assertAlike(2, mood(Sentiment.POS), mood(Sentiment.NEG));
        assertAlike(2, mood(Sentiment.NEG), mood(Sentiment.POS));
        assertAlike(2, mood(Sentiment.NEU), mood(Sentiment.NEU));
        assertAlike(2, mood(Sentiment.MIXED), mood(Sentiment.MIXED));
        assertAlike(4, mood(Sentiment.UNSURE), mood(Sentiment.UNSURE));
        assertTrue(trial.ofPraise(mood(Sentiment.POS)) >= 55, "praise heard as praise");
        assertTrue(trial.ofBlame(mood(Sentiment.NEG)) >= 55, "blame heard as blame");
    }

    @Test
    void praise_and_blame_find_the_same_topic() {
        assertTrue(trial.sameTopic() >= 82, "the same topic: " + trial.sameTopic());
        assertAlike(2, MirrorTrial::hasNoTopic, MirrorTrial::hasNoTopic);
    }

    @Test
    void a_plain_blame_is_called_neither_toxic_nor_dangerous() {
        assertAlike(2, Reading::toxic, Reading::toxic);
        assertAlike(2, Reading::urgent, Reading::urgent);
        assertAlike(2, MirrorTrial::isSensitive, MirrorTrial::isSensitive);
    }

    @Test
    void the_pairs_are_many_and_none_was_learnt() throws IOException {
        var learnt = Corpus.read(Path.of("config/training/opinions")).stream()
                .map(example -> Folding.fold(example.text())).collect(Collectors.toSet());
        var texts = trial.pairs().stream().flatMap(pair -> Stream.of(pair.praise(), pair.blame()))
                .map(Folding::fold).toList();
        var byVoice = trial.pairs().stream()
                .collect(Collectors.groupingBy(MirrorTrial.Pair::voice, Collectors.counting()));

        assertEquals(VOICES, byVoice.size());
        assertTrue(byVoice.values().stream().allMatch(count -> count == A_VOICE), byVoice.toString());
        assertEquals(texts.size(), new HashSet<>(texts).size(), "a sentence stands there twice");
        assertEquals(List.of(), texts.stream().filter(learnt::contains).toList());
    }

    private void assertAlike(double points, Predicate<Reading> ofPraise, Predicate<Reading> ofBlame) {
        double praise = trial.ofPraise(ofPraise);
        double blame = trial.ofBlame(ofBlame);
        assertTrue(Math.abs(praise - blame) <= points, "praise " + praise + ", blame " + blame);
    }
}
