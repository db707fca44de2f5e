package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.text.Language;

/// Nothing is filed by somebody who has not agreed, whichever way they take.
final class ConsentTest {
    private static Conversation stranger(Step step) {
        var standing = Standing.start(Steps.NOW).with(Steps.draft()).at(step);
        return new Conversation(House.dialogue(), Language.VIETNAMESE, 4, Steps.NOW).standing(standing);
    }

    @Test
    void row_11_no_button_and_no_word_files_without_consent() {
        for (var step : Steps.all()) {
            var number = Integer.toString(stranger(step).standing().number(), Character.MAX_RADIX);
            for (var payload : List.of(number + ":send", number + ":done", number + ":yes", number + ":go",
                    number + ":m5", number + ":opinion", "w:gopy", "w:sua")) {
                var talk = stranger(step);
                var turn = talk.hear(new Incoming.Pressed(payload, "press", ""));
                turn = followToTheEnd(talk, turn);

                assertTrue(turn.events().stream().noneMatch(Event.FeedbackFiled.class::isInstance),
                        payload + step);
            }
        }
    }

    /// Presses "send" and whatever comes first, ten times, but never "I agree".
    private static Turn followToTheEnd(Conversation talk, Turn begun) {
        var turn = begun;
        for (int i = 0; i < 10; i++) {
            turn = talk.type(turn.next().step() instanceof Step.Consent ? "gửi" : "1");
            if (turn.events().stream().anyMatch(Event.FeedbackFiled.class::isInstance)) {
                return turn;
            }
        }
        return turn;
    }

    @Test
    void row_11_send_leads_a_stranger_to_the_consent_text() {
        var turn = stranger(new Step.Review()).type("gửi");

        assertInstanceOf(Step.Consent.class, turn.next().step());
        assertTrue(turn.events().isEmpty());
    }

    @Test
    void the_hash_names_the_text_in_the_language_that_was_read() {
        var vietnamese = given(Language.VIETNAMESE, "đồng ý");
        var english = given(Language.ENGLISH, "i agree");

        assertEquals("1", vietnamese.version());
        assertEquals(64, vietnamese.textHash().length());
        assertTrue(!vietnamese.textHash().equals(english.textHash()));
        assertEquals(vietnamese, given(Language.VIETNAMESE, "Đồng ý, góp ý"));
    }

    private static Event.ConsentGiven given(Language language, String words) {
        var talk = new Conversation(House.dialogue(), language, 4, Steps.NOW);
        talk.type("gopy");
        return (Event.ConsentGiven) talk.type(words).events().getFirst();
    }

    @Test
    void refusing_drops_the_draft_and_leaves_questions_open() {
        var talk = stranger(new Step.Consent(false));

        var turn = press(talk, "Không");

        assertEquals(List.of(new Event.Counted("consent.refused")), turn.events());
        assertTrue(turn.next().draft().isEmpty());
        assertInstanceOf(Step.AskQuestion.class, talk.type("hoi").next().step());
    }

    private static Turn press(Conversation talk, String label) {
        talk.hear(new Incoming.Pressed("1:stale", "press", ""));
        return talk.press(label);
    }

    @Test
    void row_11_the_prompt_must_arrive_and_nothing_in_it_is_chosen_beforehand() {
        var prompt = new Conversation(House.dialogue(), Language.VIETNAMESE, 4, Steps.NOW).type("gopy")
                .replies()
                .getLast();

        assertEquals(Reply.Care.AT_LEAST_ONCE, prompt.care());
        assertTrue(prompt.choices().stream().flatMap(List::stream)
                .noneMatch(choice -> choice.label().contains("✅")));
    }
}
