package vn.gopy.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.text.Folding;

class CorpusTest {
    private final List<Example> sentences;

    CorpusTest() throws IOException {
        sentences = Corpus.read(Path.of("config/training/opinions")).stream()
                .filter(example -> !example.voice().startsWith("#")).toList();
    }

    @Test
    void no_sentence_stands_twice() {
        var seen = new HashSet<List<String>>();

        assertEquals(List.of(),
                sentences.stream().map(Example::text).filter(text -> !seen.add(words(text))).toList());
    }

    @Test
    void every_tagged_sentence_stands_in_it() throws IOException {
        var texts = sentences.stream().map(Example::text).collect(Collectors.toSet());
        var tags = Corpus.tags(Path.of("config/training/opinions"));

        assertEquals(Set.of("dialect", "sarcasm", "english", "bilingual"), tags.keySet());
        tags.forEach((tag, tagged) -> assertTrue(texts.containsAll(tagged), tag));
        tags.keySet().stream().filter(tag -> !tag.equals("bilingual"))
                .forEach(tag -> assertTrue(tags.getOrDefault(tag, Set.of()).size() >= 200, tag));
    }

    @Test
    void no_family_of_near_copies_hides_in_it() {
        var byPair = new HashMap<String, List<Integer>>();
        var near = new ArrayList<String>();
        for (int i = 0; i < sentences.size(); i++) {
            var words = words(sentences.get(i).text());
            var candidates = new HashMap<Integer, Integer>();
            for (int w = 0; w + 1 < words.size(); w++) {
                var mates = byPair.computeIfAbsent(words.get(w) + " " + words.get(w + 1),
                        _ -> new ArrayList<>());
                mates.forEach(mate -> candidates.merge(mate, 1, Integer::sum));
                mates.add(i);
            }
            Set<String> mine = new HashSet<>(words);
            for (var candidate : candidates.entrySet()) {
                var other = new HashSet<>(words(sentences.get(candidate.getKey()).text()));
                var all = new HashSet<>(mine);
                all.addAll(other);
                other.retainAll(mine);
                if (candidate.getKey() != i && words.size() > 5 && other.size() >= 0.8 * all.size()) {
                    near.add(sentences.get(i).text());
                }
            }
        }

        assertEquals(List.of(), near);
    }

    @Test
    void no_cell_is_too_thin() {
        for (var topic : Task.TOPIC.labels()) {
            for (var mood : List.of("neg", "neu", "pos")) {
                long count = sentences.stream()
                        .filter(example -> example.isRight(Task.TOPIC, topic) && example.mood().equals(mood))
                        .count();
                assertTrue(count >= (topic.equals("khac") ? 2 : 6), topic + " × " + mood + ": " + count);
            }
        }
        assertTrue(share("neu") >= 0.25, "neutral " + share("neu"));
        assertTrue(share("mixed") >= 0.07, "mixed " + share("mixed"));
    }

    private double share(String mood) {
        return sentences.stream().filter(example -> example.mood().equals(mood)).count()
                / (double) sentences.size();
    }

    @Test
    void the_same_corpus_gives_the_same_model(@TempDir Path folder) throws IOException {
        var some = sentences.subList(0, 200);
        School.teach(some).write(folder.resolve("one"));
        School.teach(some).write(folder.resolve("two"));

        assertArrayEquals(Files.readAllBytes(folder.resolve("one")),
                Files.readAllBytes(folder.resolve("two")));
    }

    private static List<String> words(String text) {
        return Arrays.stream(Folding.fold(text).split("[^\\p{L}\\p{N}\\p{So}]+"))
                .filter(word -> !word.isEmpty()).toList();
    }
}
