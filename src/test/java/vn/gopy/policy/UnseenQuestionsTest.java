package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;

/// Questions written by people who saw neither the ways of asking nor the written questions. Nobody has looked
/// at which of them are missed.
class UnseenQuestionsTest {
    private final List<DevQuestion> questions = DevQuestion
            .read(_ -> Files.newInputStream(Path.of("src/test/resources/policy/unseen-questions.tsv")));

    @Test
    void most_find_their_claim_and_little_is_said_wrongly() {
        var seen = Evaluation.of(Shipped.LIBRARY, questions, text -> text, Shipped.NOW);
        var bare = Evaluation.of(Shipped.LIBRARY, questions, Folding::fold, Shipped.NOW);
        System.out.println("strangers' questions: " + seen);
        System.out.println("the same without marks: " + bare);

        assertTrue(seen.asked() >= 150 && seen.strange() >= 70, seen::toString);
        assertTrue(seen.rightFirst() >= 0.84 && seen.rightInThree() >= 0.90, seen::toString);
        assertTrue(seen.coverage() >= 0.74 && seen.precision() >= 0.94, seen::toString);
        assertTrue(seen.wronglyAnswered() <= 0.10, seen::toString);
        assertTrue(Math.abs(bare.rightFirst() - seen.rightFirst()) <= 0.01, bare::toString);
    }

    @Test
    void none_of_them_is_a_way_of_asking() {
        var known = new HashSet<String>();
        Shipped.LIBRARY.asked().forEach(way -> known.add(Folding.fold(way)));

        questions.stream().filter(DevQuestion::inScope)
                .forEach(question -> assertFalse(known.contains(Folding.fold(question.text())),
                        question.text()));
    }
}
