package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Language;

/// Of a question without a source exactly what was shown is kept, and only after a yes.
final class NotingTest {
    private static Conversation at(Step step) {
        return new Conversation(House.dialogue(), Language.VIETNAMESE, 0, Steps.NOW)
                .standing(Standing.start(Steps.NOW).at(step));
    }

    /// Nobody's library answers this.
    private static Step none(String masked) {
        return at(new Step.Suggested(List.of("giay-to.can-cuoc"), masked)).type("không phải các ý này").next()
                .step();
    }

    @Test
    void what_is_shown_is_what_is_kept() {
        var talk = at(new Step.NoSource("cầu treo bao giờ sửa, gọi «số điện thoại»?"));

        var shown = talk.type("ghi lại").replies().getLast().text();
        var turn = talk.type("ghi và báo tôi khi có");

        var noted = turn.events().stream().filter(Event.QuestionNoted.class::isInstance)
                .map(Event.QuestionNoted.class::cast).findFirst().orElseThrow();
        assertTrue(shown.contains("“" + noted.question().text() + "”"), shown);
        assertTrue(noted.question().wishesToHear());
        assertEquals(Steps.NOW, noted.question().askedAt());
        assertEquals("1", noted.version());
        assertFalse(noted.library().isEmpty());
    }

    @Test
    void dulieu_lists_all_twenty() {
        var talk = at(new Step.Idle());
        for (int i = 10; i < 30; i++) {
            talk.standing(Standing.start(Steps.NOW).at(new Step.MayNote("câu số " + i))).type("chỉ ghi");
        }

        var list = talk.type("dulieu").replies().getFirst().text();

        for (int i = 10; i < 30; i++) {
            assertTrue(list.contains("“câu số " + i + "”"), list);
        }
    }

    @Test
    void the_hash_is_of_the_words_around_the_question_and_tells_nothing_of_it() {
        var one = at(new Step.MayNote("cầu treo bao giờ sửa?")).type("chỉ ghi").events().getFirst();
        var other = at(new Step.MayNote("phà chạy mấy giờ?")).type("chỉ ghi").events().getFirst();

        assertEquals(((Event.QuestionNoted) one).textHash(), ((Event.QuestionNoted) other).textHash());
    }

    @Test
    void a_long_question_is_cut_and_no_sign_is_cut_in_two() {
        for (int before = 280; before < 310; before++) {
            var step = assertInstanceOf(Step.NoSource.class, none("a".repeat(before) + "😀".repeat(40)));

            assertTrue(step.question().length() <= NotedQuestion.LONGEST, step.question());
            assertEquals(step.question(), new String(step.question().getBytes(
                    StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }

    @Test
    void what_a_step_remembers_of_an_endless_question_is_short() {
        var turn = at(new Step.AskQuestion()).type("giấy tờ cũ và " + "giá vàng ".repeat(3000));

        assertTrue(StandingJson.write(turn.next()).length < 1500, turn.next().step().getClass()::getName);
    }

    @Test
    void only_the_sentences_that_ask_are_kept() {
        assertEquals(new Step.NoSource("cầu treo bao giờ sửa?"),
                none("cầu treo bao giờ sửa? nhà tôi ở cuối xóm, khổ lắm"));
    }

    @Test
    void abuse_and_danger_are_counted_and_never_offered_to_be_kept() {
        for (var text : List.of("bọn khốn nạn chó chết chúng mày bao giờ làm cầu?",
                "tôi muốn chết thì hỏi ai bây giờ?", "cán bộ xã nhận hối lộ thì tố cáo ở đâu?")) {
            var turn = at(new Step.Suggested(List.of("giay-to.can-cuoc"), text)).type("không phải các ý này");

            assertEquals(new Step.NoSource(""), turn.next().step(), text);
            assertFalse(turn.replies().toString().contains("Ghi lại câu hỏi này"), text);
        }
    }

    @Test
    void a_word_that_answers_nothing_asks_again_and_a_new_question_is_a_new_question() {
        var talk = at(new Step.MayNote("cầu treo bao giờ sửa?"));

        assertInstanceOf(Step.MayNote.class, talk.type("ừm").next().step());
        assertInstanceOf(Step.Answered.class, talk.type("xã Lê Lợi giờ thuộc phường nào?").next().step());
    }

    @Test
    void who_only_noted_a_question_can_take_that_back() {
        var talk = at(new Step.MayNote("cầu treo bao giờ sửa?"));
        talk.type("chỉ ghi");

        talk.type("rutlai");
        var turn = talk.press("Rút lại đồng ý");

        assertEquals(List.of(new Event.ConsentWithdrawn()), turn.events());
    }
}
