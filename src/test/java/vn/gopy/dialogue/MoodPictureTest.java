package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;
import vn.gopy.chat.Reply;
import vn.gopy.text.Language;

/// The chart beside the figures in a chat: what the text says, and never more.
class MoodPictureTest {
    private static List<Reply> replies(String asked) {
        return new Conversation(House.dialogue(), Language.VIETNAMESE, 4, Steps.NOW).type(asked).replies();
    }

    private static Optional<Picture> shown(String asked) {
        return replies(asked).stream().map(Reply::picture).flatMap(Optional::stream).findFirst();
    }

    @Test
    void the_bars_are_the_moods_of_the_text_in_its_words() {
        var text = replies("/tonghop phường hoành bồ").getLast().text();
        var picture = shown("/tonghop phường hoành bồ").orElseThrow();

        assertEquals("Phường Hoành Bồ", picture.title());
        assertEquals("Cảm nhận · Tháng 10/2026", picture.more());
        assertEquals(List.of(Tone.HIGH, Tone.MIDDLE, Tone.LOW),
                picture.bars().stream().map(Picture.Bar::tone).toList());
        assertEquals(Optional.of(new Span(42, 31, 54)), picture.bars().getFirst().span());
        picture.bars()
                .forEach(bar -> assertTrue(text.contains(bar.label() + " " + bar.said()), bar::toString));
        picture.notes().forEach(note -> assertTrue(text.contains(note), note));
        assertTrue(text.length() <= 1024);
    }

    @Test
    void where_no_share_is_told_there_is_no_picture() {
        assertEquals(Optional.empty(), shown("/tonghop phường việt hưng"));
        assertEquals(Optional.empty(), shown("/tonghop quý"));
    }
}
