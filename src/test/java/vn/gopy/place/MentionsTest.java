package vn.gopy.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Free sentences, from `place/sentences.tsv`: which units they name, and that ordinary words are none.
final class MentionsTest {
    private static final UnitFinder FINDER = UnitFinder.of(Gazetteer.open("quang-ninh"));

    private record Sentence(String text, String named) {}

    private static List<Sentence> sentences() throws IOException {
        try (InputStream file = Objects
                .requireNonNull(MentionsTest.class.getResourceAsStream("/place/sentences.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> {
                        int tab = line.indexOf('\t');
                        return new Sentence(line.substring(0, tab), line.substring(tab + 1));
                    }).toList();
        }
    }

    private static String named(String text) {
        return FINDER.mentions(text).stream().map(mention -> word(mention.candidates().getFirst()))
                .collect(Collectors.joining(" "));
    }

    private static String word(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfUnit(var unit, _) -> unit.id().toString();
            case Candidate.OfDistrict district -> "district:" + district.slug();
            case Candidate.OfOlderName(var older) -> "older:" + older.name();
            case Candidate.OfHamlet(var hamlet, _) -> "hamlet:" + hamlet.to().id().code();
            case Candidate.Outside outside -> outside.name();
        };
    }

    @Test
    void sentences_name_these_units_and_no_others() throws IOException {
        var wrong = new ArrayList<String>();
        for (var sentence : sentences()) {
            var named = named(sentence.text);
            if (!named.equals(sentence.named)) {
                wrong.add(sentence.text + " → " + named + " instead of " + sentence.named);
            }
        }

        assertEquals("", String.join("\n", wrong));
        assertTrue(sentences().stream().filter(sentence -> sentence.named.isEmpty()).count() >= 60);
        assertTrue(sentences().stream().filter(sentence -> !sentence.named.isEmpty()).count() >= 60);
    }

    @Test
    void a_decomposed_sentence_names_the_same() throws IOException {
        for (var sentence : sentences()) {
            assertEquals(sentence.named, named(Normalizer.normalize(sentence.text, Normalizer.Form.NFD)));
        }
    }

    @Test
    void a_mention_says_where_it_stands() {
        var text = "Dân ở xã Hoà\u0300nh Mô rất vui";
        var mention = FINDER.mentions(Normalizer.normalize("Dân xã Hoành Mô và Lục Hồn", Normalizer.Form.NFD))
                .getFirst();
        var decomposed = Normalizer.normalize("Dân xã Hoành Mô và Lục Hồn", Normalizer.Form.NFD);

        assertEquals(Normalizer.normalize("Hoành Mô", Normalizer.Form.NFD),
                decomposed.substring(mention.start(), mention.end()));
        assertTrue(FINDER.mentions(text).stream().allMatch(found -> found.end() <= text.length()));
    }
}
