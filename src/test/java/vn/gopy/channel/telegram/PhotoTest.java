package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery.Blocked;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Delivery.TryAgain;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;
import vn.gopy.chat.Reply;
import vn.gopy.fakes.Fault;

/// Pictures on their way through the Bot API, which refuses what the real one does.
class PhotoTest {
    private static final Picture CHART = new Picture("Phường Hoành Bồ", "Cảm nhận · Tháng 10/2026",
            List.of(new Bar("Hài lòng", "42 % (31–54 %, n = 120)", Optional.of(new Span(42, 31, 54)),
                    Tone.HIGH)),
            List.of("Đợt công bố 2026-11-02"));
    private static final Reply FIGURES = Reply.of("\uE000Hài lòng\uE001: 42 % <n = 120>")
            .with(List.of(List.of(new Choice("Theo quý", "a:kind")))).showing(CHART);

    @AutoClose
    private final SendingLine line = SendingLine.open();

    private boolean hasPhoto() {
        return line.telegram().chats().in(42).stream()
                .anyMatch(sent -> line.telegram().chats().isPhoto(sent.messageId()));
    }

    @Test
    void a_chart_goes_out_once_with_the_whole_text_and_the_buttons_under_it() {
        var delivery = line.send(FIGURES);

        var seen = line.telegram().chats().in(42);
        assertEquals(1, seen.size());
        assertEquals(new Sent(Long.toString(seen.getFirst().messageId())), delivery);
        assertTrue(hasPhoto());
        assertEquals("Hài lòng: 42 % <n = 120>", seen.getFirst().text());
        assertEquals("<b>Hài lòng</b>: 42 % &lt;n = 120&gt;", seen.getFirst().raw());
        assertEquals("{\"inline_keyboard\":[[{\"text\":\"Theo quý\",\"callback_data\":\"a:kind\"}]]}",
                seen.getFirst().keyboard());
        assertEquals(0, line.telegram().count("sendMessage"));
    }

    @Test
    void a_text_of_1024_units_is_a_caption_and_a_longer_one_goes_alone() {
        line.send(Reply.of("\uE000" + "ễ".repeat(1024) + "\uE001").showing(CHART));
        assertTrue(hasPhoto());

        line.send(Reply.of("ễ".repeat(1025)).showing(CHART));
        assertEquals(1, line.telegram().count("sendPhoto"));
        assertEquals("ễ".repeat(1025), line.telegram().chats().in(42).getLast().text());
    }

    @Test
    void a_picture_that_telegram_does_not_take_costs_no_words() {
        for (var refusal : List.of(Fault.error(400, "Bad Request: IMAGE_PROCESS_FAILED"),
                Fault.error(400, "Bad Request: message caption is too long"),
                Fault.error(413, "Request Entity Too Large"))) {
            line.telegram().next("sendPhoto", refusal);
            assertInstanceOf(Sent.class, line.send(FIGURES));
        }
        assertFalse(hasPhoto());
        assertEquals(3, line.telegram().chats().in(42).size());
        assertEquals("Hài lòng: 42 % <n = 120>", line.telegram().chats().in(42).getLast().text());
    }

    @Test
    void what_holds_for_the_chat_holds_for_a_picture_and_is_not_tried_as_text() {
        line.telegram().next("sendPhoto", Fault.tooMany(7));
        assertInstanceOf(TryAgain.class, line.send(FIGURES));
        line.telegram().next("sendPhoto", Fault.blocked());
        assertInstanceOf(Blocked.class, line.send(FIGURES));
        line.telegram().next("sendPhoto", Fault.error(400, "Bad Request: chat not found"));
        assertInstanceOf(Blocked.class, line.send(FIGURES));
        assertEquals(0, line.telegram().count("sendMessage"));
    }

    @Test
    void a_message_that_is_replaced_stays_text() {
        var first = assertInstanceOf(Sent.class, line.send(Reply.of("Chờ một chút"))).messageId();

        assertEquals(new Sent(first), line.send(line.shipment(SendingLine.AN, FIGURES, "", first)));
        assertFalse(hasPhoto());
    }
}
