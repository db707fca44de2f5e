package vn.gopy.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.reading.Masking.Group;
import vn.gopy.text.Folded;
import vn.gopy.text.Folding;

/// The lines of `config/training/personal`. Of the held half a failure tells the figure and never the line.
class PersonalDataTest {
    private static final double MOST_TOUCHED = 0.04;

    private final List<MarkedLine> development;
    private final List<MarkedLine> held;

    PersonalDataTest() throws IOException {
        development = MarkedLine.read(Path.of("config/training/personal/development.tsv"));
        held = MarkedLine.read(Path.of("config/training/personal/held.tsv"));
    }

    @Test
    void personal_data_is_masked_as_typed_and_without_marks() {
        var broken = new ArrayList<String>();
        for (var lines : List.of(development, held, bare(development), bare(held))) {
            var masking = Masking.of(lines);
            for (var group : Group.values()) {
                if (masking.recall(group) < group.bar) {
                    broken.add(group.label + ": " + masking.recall(group) + " of " + masking.size(group));
                }
            }
        }

        assertEquals(List.of(), broken);
    }

    @Test
    void what_only_looks_personal_is_left_alone() {
        for (var lines : List.of(development, held, bare(development), bare(held))) {
            double touched = Masking.of(lines).touched();

            assertTrue(touched <= MOST_TOUCHED, "touched " + touched);
        }
    }

    @Test
    void there_are_lines_enough_and_none_twice() {
        var all = Stream.concat(development.stream(), held.stream()).toList();
        var folded = all.stream().map(line -> Folding.fold(line.text())).collect(Collectors.toSet());

        assertEquals(all.size(), folded.size());
        assertTrue(all.stream().filter(line -> !line.spans().isEmpty()).count() >= 400);
        assertTrue(all.stream().filter(line -> line.spans().isEmpty()).count() >= 200);
    }

    @Test
    void no_voice_speaks_in_both_halves() {
        var voices = new HashSet<>(development.stream().map(MarkedLine::voice).toList());
        voices.retainAll(held.stream().map(MarkedLine::voice).toList());

        assertEquals(List.of(), List.copyOf(voices));
    }

    @Test
    void no_unit_is_taken_for_a_person() {
        var gazetteer = Gazetteer.open("quang-ninh");
        var names = Stream.concat(gazetteer.oldUnits().stream(), gazetteer.newUnits().stream())
                .map(Unit::name).distinct().toList();
        var wrong = names.stream().flatMap(name -> Stream.of("tên " + name + " nghe hay", "giữ chữ " + name,
                "hôm qua ở " + name + " mưa to")).filter(text -> !spans(text).isEmpty()).toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void ordinary_opinions_stay_as_they_are() throws IOException {
        var opinions = Corpus.read(Path.of("config/training/opinions"));
        long touched = opinions.stream().filter(example -> !spans(example.text()).isEmpty()).count();

        assertTrue(touched <= opinions.size() * 0.012, touched + " of " + opinions.size());
    }

    private static List<MarkedLine> bare(List<MarkedLine> lines) {
        return lines.stream().map(MarkedLine::bare).toList();
    }

    private static List<Span> spans(String text) {
        return Redactor.spans(new Tokens(Folded.of(text)), text);
    }
}
