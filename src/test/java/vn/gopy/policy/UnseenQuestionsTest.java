package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;

/// Questions written by people who saw neither the ways of asking nor the written questions. Nobody has looked
/// at which of them are missed.
class UnseenQuestionsTest {
    private final List<DevQuestion> questions = Stream.of("unseen-questions.tsv", "unseen-questions-3.tsv",
            "unseen-questions-4.tsv").flatMap(name -> read(name).stream()).toList();
    /// The last of them, written and labelled when the ways of asking and all numbers were fixed.
    private final List<DevQuestion> last = read("unseen-questions-4.tsv");
    /// Of others, who put in more that nobody can answer, and who were stricter in what they call an answer.
    private final List<DevQuestion> harder = read("unseen-questions-2.tsv");

    private static List<DevQuestion> read(String name) {
        return DevQuestion.read(_ -> Files.newInputStream(Path.of("src/test/resources/policy", name)));
    }

    @Test
    void most_find_their_claim_and_little_is_said_wrongly() {
        var seen = asked("strangers' questions", questions);

        assertTrue(seen.asked() >= 650 && seen.strange() >= 330, seen::toString);
        assertBars(seen);
    }

    @Test
    void so_do_those_of_the_last_strangers_alone() {
        var seen = asked("the last strangers'", last);

        assertTrue(seen.asked() >= 330 && seen.strange() >= 170, seen::toString);
        assertBars(seen);
    }

    private static void assertBars(Evaluation seen) {
        assertTrue(seen.rightFirst() >= 0.90 && seen.rightInThree() >= 0.95, seen::toString);
        assertTrue(seen.coverage() >= 0.85 && seen.precision() >= 0.95, seen::toString);
        assertTrue(seen.wronglyAnswered() <= 0.10, seen::toString);
    }

    @Test
    void of_harder_ones_most_do_too() {
        var seen = asked("harder ones", harder);

        assertTrue(seen.asked() >= 270 && seen.strange() >= 140, seen::toString);
        assertTrue(seen.rightFirst() >= 0.84 && seen.rightInThree() >= 0.90, seen::toString);
        assertTrue(seen.coverage() >= 0.78 && seen.precision() >= 0.92, seen::toString);
        assertTrue(seen.wronglyAnswered() <= 0.08, seen::toString);
    }

    /// How they come out as typed; without marks it must be the same.
    private static Evaluation asked(String what, List<DevQuestion> questions) {
        var seen = Evaluation.of(Shipped.LIBRARY, questions, text -> text, Shipped.NOW);
        var bare = Evaluation.of(Shipped.LIBRARY, questions, Folding::fold, Shipped.NOW);
        System.out.println(what + ": " + seen);
        System.out.println("the same without marks: " + bare);
        assertTrue(Math.abs(bare.rightFirst() - seen.rightFirst()) <= 0.01, bare::toString);
        return seen;
    }

    @Test
    void none_of_them_is_a_way_of_asking() {
        var known = new HashSet<String>();
        Shipped.LIBRARY.asked().forEach(way -> known.add(Folding.fold(way)));

        Stream.concat(questions.stream(), harder.stream()).filter(DevQuestion::inScope)
                .forEach(question -> assertFalse(known.contains(Folding.fold(question.text())),
                        question.text()));
    }
}
