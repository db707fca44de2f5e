package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.text.Language;

/// Presses die in 150 seconds, so whatever a button does must be reachable by typing; and a press is answered
/// once.
final class ButtonsTest {
    private static final List<Language> LANGUAGES = List.of(Language.VIETNAMESE, Language.ENGLISH);

    @TestFactory
    List<DynamicTest> every_button_does_the_same_when_its_label_is_typed() {
        return inEveryStep((step, language) -> {
            for (var choice : choices(step, language)) {
                var pressed = Steps.at(step, language).hear(press(choice));
                var typed = Steps.at(step, language).type(choice.label());

                assertEquals(pressed.next(), typed.next(), choice.label() + " at " + step);
                assertEquals(pressed.events(), typed.events(), choice.label() + " at " + step);
                assertEquals(withoutPressAnswer(pressed), typed.replies(), choice.label() + " at " + step);
            }
        });
    }

    @TestFactory
    List<DynamicTest> every_press_gets_exactly_one_answer() {
        return inEveryStep((step, language) -> {
            for (var choice : choices(step, language)) {
                var fresh = Steps.at(step, language).hear(press(choice));
                var stale = Steps.at(step, language).hear(new Incoming.Pressed("zz:send", "press", ""));

                assertEquals(1, pressAnswers(fresh), choice.label() + " at " + step);
                assertEquals(1, pressAnswers(stale), "stale at " + step);
            }
        });
    }

    @Test
    void a_double_tap_on_erase_only_asks_and_the_confirmation_still_works() {
        var talk = new Conversation(House.dialogue(), Language.VIETNAMESE, 0, Steps.NOW).agreed();
        talk.type("dulieu");

        talk.press("Xóa hết");
        var again = talk.hear(new Incoming.Pressed("w:xoa", "press", ""));

        assertTrue(again.events().isEmpty());
        assertEquals(2, again.replies().size(), "the press is answered and the question comes again");
        assertEquals(List.of(new Event.Erased()), talk.press("Xóa hết").events());
    }

    @TestFactory
    List<DynamicTest> a_stale_press_changes_nothing_and_shows_the_open_question() {
        return inEveryStep((step, language) -> {
            var talk = Steps.at(step, language);
            var before = talk.standing();

            var turn = talk.hear(new Incoming.Pressed("1:send", "press", ""));

            assertEquals(before, turn.next());
            assertTrue(turn.events().isEmpty());
            assertEquals(2, turn.replies().size());
        });
    }

    @TestFactory
    List<DynamicTest> every_button_but_words_can_be_typed_as_its_number() {
        return inEveryStep((step, language) -> {
            if (step instanceof Step.AskMood) {
                return;
            }
            var choices = choices(step, language);
            for (int i = 0; i < choices.size(); i++) {
                var pressed = Steps.at(step, language).hear(press(choices.get(i)));
                var typed = Steps.at(step, language).type(String.valueOf(i + 1));

                assertEquals(pressed.next(), typed.next(), choices.get(i).label() + " at " + step);
            }
        });
    }

    @Test
    void a_number_typed_for_the_mood_is_the_mood_in_either_order() {
        var turn = Steps.at(new Step.AskMood(), Language.VIETNAMESE).type("5");

        assertEquals(5, turn.next().draft().orElseThrow().mood().orElseThrow().value());
    }

    @Test
    void forged_payloads_are_stale() {
        var talk = Steps.at(new Step.AskMood(), Language.VIETNAMESE);
        var number = Integer.toString(talk.standing().number(), Character.MAX_RADIX);

        for (var payload : List.of(number + ":send", number + ":u:new:99999", number + ":", ":", "w:nothing",
                "w:",
                number, "💥", "<b>")) {
            var turn = talk.hear(new Incoming.Pressed(payload, "press", ""));
            assertTrue(turn.events().isEmpty(), payload);
            assertEquals(new Step.AskMood(), turn.next().step(), payload);
        }
    }

    private interface Check {
        void run(Step step, Language language);
    }

    private static List<DynamicTest> inEveryStep(Check check) {
        var tests = new ArrayList<DynamicTest>();
        for (var language : LANGUAGES) {
            for (var step : Steps.all()) {
                tests.add(DynamicTest.dynamicTest(language.tag() + " " + step,
                        () -> check.run(step, language)));
            }
        }
        return tests;
    }

    private static Incoming.Pressed press(Choice choice) {
        return new Incoming.Pressed(choice.payload(), "press", "message");
    }

    /// The buttons of a step's question, as a stale press brings them back.
    private static List<Choice> choices(Step step, Language language) {
        return Steps.at(step, language).hear(new Incoming.Pressed("1:gone", "press", "")).replies().getLast()
                .choices()
                .stream().flatMap(List::stream).filter(choice -> !choice.opensPage()).toList();
    }

    private static long pressAnswers(Turn turn) {
        return turn.replies().stream().filter(reply -> reply.care() == Reply.Care.PRESS_ANSWER).count();
    }

    private static List<Reply> withoutPressAnswer(Turn turn) {
        return turn.replies().stream().filter(reply -> reply.care() != Reply.Care.PRESS_ANSWER).toList();
    }
}
