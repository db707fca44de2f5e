package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;

/// What the library must reach, on our own written questions.
class EvaluationTest {
    private final List<DevQuestion> questions = Evaluation.questions(Folder.shipped());
    private final Evaluation asTyped = Evaluation.of(Shipped.LIBRARY, questions, text -> text, Shipped.NOW);

    @Test
    void the_right_claim_comes_first_or_among_three() {
        System.out.println("policy: " + asTyped);

        assertTrue(questions.size() >= 400, () -> "only " + questions.size() + " questions");
        assertTrue(asTyped.rightFirst() >= 0.90, asTyped::toString);
        assertTrue(asTyped.rightInThree() >= 0.95, asTyped::toString);
    }

    @Test
    void what_is_said_is_right_and_strangers_questions_are_not_answered() {
        assertTrue(asTyped.coverage() >= 0.85, asTyped::toString);
        assertTrue(asTyped.precision() >= 0.95, asTyped::toString);
        assertTrue(asTyped.wronglyAnswered() <= 0.10, asTyped::toString);
    }

    @Test
    void of_others_questions_that_nobody_had_heard_few_are_answered() {
        double answered = HeldBack.wronglyAnswered(Folder.shipped(), Shipped.GAZETTEER);
        System.out.printf("policy, others' questions held back: %.1f %% answered%n", 100 * answered);

        assertTrue(answered > 0 && answered <= 0.07, () -> answered + " of others' questions are answered");
    }

    @Test
    void questions_without_marks_do_as_well() {
        var bare = Evaluation.of(Shipped.LIBRARY, questions, Folding::fold, Shipped.NOW);
        System.out.println("policy, without marks: " + bare);

        assertTrue(Math.abs(bare.rightFirst() - asTyped.rightFirst()) <= 0.01, bare::toString);
        assertTrue(bare.wronglyAnswered() <= 0.10, bare::toString);
    }

    @Test
    void the_84_questions_of_the_fact_sheet_find_their_claim() {
        var facts = questions.stream().filter(question -> question.voice().equals("facts")).toList();
        var found = Evaluation.of(Shipped.LIBRARY, facts, text -> text, Shipped.NOW);
        System.out.println("policy, the 84: " + found + " " + found.missed());

        assertTrue(facts.size() == 84 && found.rightFirst() >= 0.95, found::toString);
    }
}
