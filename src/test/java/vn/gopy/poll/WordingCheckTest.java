package vn.gopy.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.policy.Folder;
import vn.gopy.policy.Phrases;
import vn.gopy.release.Area;

/// A question that leads or persuades is refused, whichever way it leads.
final class WordingCheckTest {
    private static final Folder SHIPPED = Folder.shipped();
    private static final String FINE = "Phường nên mở thêm giờ làm việc nào?";
    private static final List<String> OPTIONS = List.of("Buổi tối thứ Năm", "Sáng thứ Bảy", "Không cần thêm");

    private final WordingCheck check = new WordingCheck(Phrases.thatPersuade(SHIPPED),
            Phrases.thatLead(SHIPPED));

    private Optional<PollFault> of(String question, String... options) {
        return check.fault(new Poll.Content(Area.PROVINCE,
                new Poll.Wording(question, options.length == 0 ? OPTIONS : Arrays.asList(options)),
                Optional.empty()));
    }

    @Test
    void one_neutral_question_with_two_to_six_options_is_taken() {
        assertEquals(Optional.empty(), of(FINE));
        assertEquals(Optional.empty(),
                of("Từ nhà bạn đến nơi làm giấy tờ, bây giờ gần hơn hay xa hơn?", "Gần hơn",
                        "Như trước", "Xa hơn"));
    }

    @Test
    void what_leads_for_or_against_is_refused() {
        for (var leading : List.of("Bạn có đồng ý rằng sáp nhập là cần thiết?",
                "Bạn có ủng hộ việc sáp nhập không?", "Phải chăng sáp nhập làm dân khổ hơn?",
                "Bạn CÓ ĐỒNG Ý RẰNG sáp nhập gây phiền hà?", "Đi xã mới xa hơn, đúng không?")) {
            assertEquals(Optional.of(PollFault.LEADS), of(leading), leading);
        }
        assertEquals(Optional.of(PollFault.LEADS), of(FINE, "Tối", "Chắc hẳn là sáng"));
        assertEquals(Optional.of(PollFault.PERSUADES), of("Đây là bước đột phá. Bạn thấy thế nào?"));
    }

    @Test
    void two_questions_and_options_that_are_none_are_refused() {
        assertEquals(Optional.of(PollFault.TWO_QUESTIONS), of("Giờ nào tiện? Nơi nào tiện?"));
        assertEquals(Optional.of(PollFault.EMPTY), of(""));
        assertEquals(Optional.of(PollFault.TOO_LONG), of("a".repeat(301)));
        assertEquals(Optional.of(PollFault.OPTIONS), of(FINE, "Một"));
        assertEquals(Optional.of(PollFault.OPTIONS), of(FINE, "a", "b", "c", "d", "e", "f", "g"));
        assertEquals(Optional.of(PollFault.OPTIONS), of(FINE, "Có", "có"));
        assertEquals(Optional.of(PollFault.OPTIONS), of(FINE, "Ngày lễ", "Ngày lẻ"), "typed without marks");
        assertEquals(Optional.of(PollFault.OPTIONS), of(FINE, "Có", "b".repeat(61)));
    }

    @Test
    void a_translation_has_all_options_and_is_held_to_the_same() {
        var vietnamese = new Poll.Wording(FINE, OPTIONS);

        assertEquals(Optional.of(PollFault.HALF_TRANSLATED),
                check.fault(new Poll.Content(Area.PROVINCE, vietnamese,
                        Optional.of(new Poll.Wording("Which hours?", List.of("Evening", "Saturday"))))));
        assertEquals(Optional.of(PollFault.LEADS),
                check.fault(new Poll.Content(Area.PROVINCE, vietnamese, Optional.of(new Poll.Wording(
                        "Surely you want more hours?", List.of("Evening", "Saturday", "None"))))));
    }
}
