package vn.gopy.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Ballot;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;
import vn.gopy.chat.Reply;

/// A letter is read again as it was written.
class LetterJsonTest {
    private static final Reply LETTER = Reply.of("Hài lòng 42 %")
            .with(List.of(List.of(new Choice("Theo quý", "1:kind")))).anchored("figures").surely();

    @Test
    void a_letter_with_a_picture_keeps_it_bar_by_bar() {
        var picture = new Picture("Phường Hoành Bồ", "Tháng 10/2026",
                List.of(new Bar("Hài lòng", "42 %", Optional.of(new Span(42, 31, 54)), Tone.HIGH),
                        new Bar("Chưa hài lòng", "ít hơn 10 người", Optional.empty(), Tone.LOW)),
                List.of("Đợt công bố 2026-11-02"));
        var letter = LETTER.showing(picture);

        assertEquals(letter, LetterJson.read(LetterJson.write(letter)));
    }

    @Test
    void a_letter_that_is_a_poll_keeps_it() {
        var post = Reply.of("Giờ nào?", new Ballot.Post("Giờ nào?", List.of("Sáng", "Chiều")),
                Reply.Care.AT_MOST_ONCE);
        var stop = Reply.of("stop", new Ballot.Stop("77"), Reply.Care.AT_LEAST_ONCE);

        assertEquals(post, LetterJson.read(LetterJson.write(post)));
        assertEquals(stop, LetterJson.read(LetterJson.write(stop)));
    }

    @Test
    void a_letter_without_one_has_none() {
        assertEquals(LETTER, LetterJson.read(LetterJson.write(LETTER)));
    }
}
