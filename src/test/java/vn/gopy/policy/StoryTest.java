package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Language;

class StoryTest {
    private static final String BEFORE = "Tôi bán hàng ở chợ đã hơn hai mươi năm, con cái đi làm ăn xa cả, có việc gì "
            + "cũng phải nhờ hàng xóm. Hôm qua mấy bà ngồi nói chuyện, mỗi người bảo một kiểu, tôi nghe mà lo. ";

    private static Finding found(String typed) {
        return Shipped.LIBRARY.find(typed, Language.VIETNAMESE, Optional.empty(), Shipped.NOW);
    }

    private static Claim first(String typed) {
        return assertInstanceOf(Finding.Answer.class, found(typed), typed).claims().getFirst();
    }

    @Test
    void the_last_sentence_and_the_last_two_are_looked_at() {
        assertEquals(List.of("Sổ đỏ có phải đổi không ạ?",
                "Hôm qua mấy bà ngồi nói chuyện, mỗi người bảo một kiểu, tôi nghe mà lo. "
                        + "Sổ đỏ có phải đổi không ạ?"),
                Story.ends(BEFORE + "Sổ đỏ có phải đổi không ạ?"));
    }

    @Test
    void what_is_short_or_one_sentence_tells_no_story() {
        assertEquals(List.of(), Story.ends("Tôi ở xã cũ. Sổ đỏ có phải đổi không?"));
        assertEquals(List.of(), Story.ends("sổ đỏ ".repeat(30)));
        assertEquals(List.of(), Story.ends(""));
    }

    @Test
    void a_new_line_ends_a_sentence_and_of_two_the_last_is_looked_at() {
        var told = "nha toi o xa cu bon chuc nam nay, con cai di lam an xa ca, viec gi cung phai nho hang xom";

        assertEquals(List.of("so do co phai doi khong"), Story.ends(told + "\nso do co phai doi khong"));
    }

    @Test
    void a_dot_in_a_name_ends_no_sentence() {
        var ends = Story.ends(BEFORE + "Nhà tôi ở TP. Hạ Long thì sổ đỏ có phải đổi không?");

        assertEquals("Nhà tôi ở TP. Hạ Long thì sổ đỏ có phải đổi không?", ends.getFirst());
    }

    @Test
    void a_question_after_a_story_is_answered_as_if_asked_alone() {
        for (var question : List.of("Sổ đỏ có phải đổi không ạ?",
                "giay khai sinh ghi ten xa cu co phai lam lai khong",
                "Đổi thẻ căn cước có mất tiền không?")) {
            assertEquals(first(question).id(), first(BEFORE + question).id());
        }
    }

    @Test
    void the_place_of_a_story_holds_for_its_question() {
        var asked = "Lương tối thiểu vùng chỗ tôi là vùng mấy?";

        assertEquals(first("Ở phường Hồng Gai lương tối thiểu vùng mấy?").id(),
                first("Tôi ở phường Hồng Gai. " + BEFORE + asked).id());
    }

    @Test
    void a_story_about_something_else_is_not_answered() {
        assertTrue(
                !(found(BEFORE + "Theo bạn tôi nên mua quà gì cho cháu ngoại?") instanceof Finding.Answer));
    }
}
