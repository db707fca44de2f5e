package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;

/// What is said to the bot about itself, and what only sounds like it.
final class SmallTalkTest {
    private static final List<String> MATTERS = List.of("who", "person", "operator", "readers", "anonymous",
            "wrong", "can", "thanks", "unsent");

    /// A language, a matter, what is typed.
    record Remark(Language language, String matter, String typed) {}

    static Stream<Remark> remarks() {
        return House.PHRASES.languages().stream().flatMap(language -> MATTERS.stream()
                .flatMap(matter -> Stream
                        .of(House.PHRASES.raw(language, "talk." + matter + ".heard").split("\\|", -1))
                        .map(typed -> new Remark(language, matter, typed.replace("…", "")))));
    }

    @ParameterizedTest
    @MethodSource("remarks")
    void every_listed_remark_is_answered_with_and_without_marks(Remark remark) {
        for (var typed : List.of(remark.typed(), Folding.fold(remark.typed()))) {
            assertEquals(answer(remark.language(), remark.matter()), said(remark.language(), typed), typed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ngư dân khổ lắm", "ngu dan kho lam", "Căn cước cũ dùng thế nào?",
            "Đường vào thôn bị lở hết", "duong vao thon bi lo het", "Bị lở hết đường vào thôn rồi",
            "Xin cấp lại thông tin được không", "cảm ơn cán bộ phường nhiệt tình",
            "ok nhưng mà trụ sở xa quá", "vô dụng, trụ sở cũ bỏ hoang", "Ai đọc loa phường mà ồn thế",
            "what are you doing about the roads", "Gửi hồ sơ qua bưu điện được không",
            "gui don o phuong cham qua"})
    void an_opinion_or_a_question_is_not_swallowed(String typed) {
        for (var matter : MATTERS) {
            assertFalse(said(Language.VIETNAMESE, typed).equals(answer(Language.VIETNAMESE, matter)), matter);
            assertFalse(said(Language.VIETNAMESE, typed).equals(answer(Language.ENGLISH, matter)), matter);
        }
    }

    private static String said(Language language, String typed) {
        var talk = new Conversation(House.dialogue(), language, 0, Steps.NOW).agreed();
        return talk.type(typed).replies().getFirst().text();
    }

    private static String answer(Language language, String matter) {
        return House.PHRASES.raw(language, "talk." + matter).replace("{operator}", House.SETTINGS.operator())
                .replace("{k}", "10");
    }
}
