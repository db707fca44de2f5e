package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Choice;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// What is sent to an office is exactly what was shown, and nothing that does not belong there.
final class RequestDeskTest {
    private static final String LAMP = "đèn đường khu 3 hỏng đã hai tuần";

    private static Conversation at(Step step) {
        return new Conversation(House.dialogue(), Language.VIETNAMESE, 0, Steps.NOW)
                .standing(Standing.start(Steps.NOW).at(step));
    }

    private static Event.RequestSent sent(Turn turn) {
        return turn.events().stream().filter(Event.RequestSent.class::isInstance)
                .map(Event.RequestSent.class::cast).findFirst().orElseThrow();
    }

    @Test
    void the_hash_is_of_the_words_around_the_request_and_changes_with_the_language_alone() {
        var one = sent(at(new Step.MaySend(LAMP, Steps.HOANH_BO, Topic.HA_TANG)).type("gửi"));
        var other = sent(at(new Step.MaySend("nước máy yếu quá", Steps.HOANH_BO, Topic.KHAC)).type("gửi"));
        var english = sent(new Conversation(House.dialogue(), Language.ENGLISH, 0, Steps.NOW)
                .standing(Standing.start(Steps.NOW).at(new Step.MaySend(LAMP, Steps.HOANH_BO, Topic.KHAC)))
                .type("send"));

        assertEquals(one.textHash(), other.textHash());
        assertNotEquals(one.textHash(), english.textHash());
        assertEquals("1", one.version());
    }

    @Test
    void danger_and_accusations_are_answered_in_every_step_and_are_part_of_no_request() {
        for (var step : List.of(new Step.AskRequest(), new Step.AskOffice(LAMP, 0),
                new Step.MaySend(LAMP, Steps.HOANH_BO, Topic.HA_TANG), new Step.OneRequest(1),
                new Step.MayAnswer(1, LAMP))) {
            for (var text : List.of("chủ tịch xã nhận hối lộ 50 triệu để cấp sổ đỏ", "cháy nhà rồi, cứu với",
                    "tôi tố cáo cán bộ địa chính đòi tiền tôi", "tôi muốn chết")) {
                var talk = at(step);
                talk.mailbox().remember(new Event.RequestSent(request(), "a-b-c", "1", "hash"));
                talk.mailbox().asks("Ở đâu?");

                var turn = talk.type(text);

                assertEquals(step, turn.next().step(), step + " " + text);
                assertTrue(turn.events().stream().allMatch(Event.Counted.class::isInstance),
                        step + " " + text);
            }
        }
    }

    private static SentRequest request() {
        return new SentRequest(Steps.HOANH_BO, Topic.HA_TANG, LAMP, Language.VIETNAMESE,
                LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 3));
    }

    @Test
    void praise_and_blame_take_the_same_messages_and_buttons() {
        var good = path("cán bộ một cửa phường Hoành Bồ làm nhanh, hướng dẫn rất tận tình");
        var bad = path("cán bộ một cửa phường Hoành Bồ làm chậm, hướng dẫn rất khó hiểu");

        assertEquals(buttons(good), buttons(bad));
        assertEquals(good.stream().map(turn -> turn.replies().size()).toList(),
                bad.stream().map(turn -> turn.replies().size()).toList());
        assertEquals(sent(good.getLast()).request().topic(), sent(bad.getLast()).request().topic());
    }

    private static List<Turn> path(String text) {
        var talk = at(new Step.Idle());
        return List.of(talk.type("guixa"), talk.type(text), talk.press("Gửi"));
    }

    private static List<List<String>> buttons(List<Turn> turns) {
        return turns.stream().map(turn -> turn.replies().stream().flatMap(reply -> reply.choices().stream())
                .flatMap(List::stream).map(Choice::label).toList()).toList();
    }

    @Test
    void insults_are_not_passed_on_and_a_sixth_request_waits_for_an_answer() {
        var rude = at(new Step.AskRequest()).type("bọn khốn nạn chó chết chúng mày bao giờ làm đường?");
        assertInstanceOf(Step.AskRequest.class, rude.next().step());

        var talk = at(new Step.AskRequest());
        for (int i = 0; i < 5; i++) {
            talk.mailbox().remember(new Event.RequestSent(request(), "a-b-c", "1", "hash"));
        }
        assertInstanceOf(Step.Idle.class, talk.type(LAMP + " phường Hoành Bồ").next().step());
        talk.mailbox().answers("Đã sửa.");
        talk.standing(Standing.start(Steps.NOW).at(new Step.AskRequest()));
        assertInstanceOf(Step.MaySend.class, talk.type(LAMP + " phường Hoành Bồ").next().step());
    }

    @Test
    void a_long_text_is_cut_and_what_is_shown_is_what_is_sent() {
        var talk = at(new Step.AskRequest());

        var shown = talk.type("phường Hoành Bồ " + "đường hỏng lắm ".repeat(200)).replies().getLast().text();
        var request = sent(talk.press("Gửi")).request();

        assertTrue(request.text().length() <= SentRequest.LONGEST);
        assertTrue(shown.contains("“" + request.text() + "”") && shown.contains("800 ký tự"), shown);
    }

    @Test
    void the_home_that_was_kept_needs_no_name_and_a_place_alone_is_another_office() {
        var talk = at(new Step.AskRequest());
        talk.standing(Standing.start(Steps.NOW).at(new Step.AskRequest())
                .living(Optional.of(new Standing.Home(Steps.HOANH_BO, Steps.NOW))));

        assertEquals(new Step.MaySend(LAMP, Steps.HOANH_BO, Topic.HA_TANG), talk.type(LAMP).next().step());
        var other = assertInstanceOf(Step.MaySend.class, talk.type("phường Hạ Long").next().step());
        assertEquals(LAMP, other.text());
        assertNotEquals(Steps.HOANH_BO, other.unit());
    }
}
