package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Address;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery.Refused;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Reply;

/// Sending: what a chat sees.
class ChannelTest {
    private static final Address AN = SendingLine.AN;
    private static final Reply HELLO = Reply.of("Xin chào");

    @AutoClose
    private final SendingLine line = SendingLine.open();

    @Test
    void a_reply_arrives_with_its_bold_words_and_buttons() {
        var reply = Reply.of("Xã \uE000Lê Lợi\uE001 <cũ> & mới").with(List.of(
                List.of(new Choice("Đúng", "p:1"),
                        new Choice("Nguồn", "https://congbao.chinhphu.vn/a?b=1&c=2"))));

        var delivery = line.send(reply);

        var seen = line.telegram().chats().in(42).getFirst();
        assertEquals(new Sent(Long.toString(seen.messageId())), delivery);
        assertEquals("Xã Lê Lợi <cũ> & mới", seen.text());
        assertEquals("Xã <b>Lê Lợi</b> &lt;cũ&gt; &amp; mới", seen.raw());
        assertEquals(
                "{\"inline_keyboard\":[[{\"text\":\"Đúng\",\"callback_data\":\"p:1\"},{\"text\":\"Nguồn\","
                        + "\"url\":\"https://congbao.chinhphu.vn/a?b=1&c=2\"}]]}",
                seen.keyboard());
    }

    @Test
    void a_reply_to_somebody_in_a_group_goes_to_the_group() {
        line.telegram().chats().know(-1009);

        line.send(line.shipment(new Address("telegram", "-1009:42"), HELLO, "", ""));

        assertEquals("Xin chào", line.telegram().chats().in(-1009).getFirst().text());
        assertEquals("-1009", line.channel().place(new Address("telegram", "-1009:42")));
    }

    @Test
    void a_message_takes_the_place_of_another() {
        var first = assertInstanceOf(Sent.class, line.send(HELLO)).messageId();

        var delivery = line.send(line.shipment(AN, Reply.of("Tạm biệt"), "", first));

        assertEquals(new Sent(first), delivery);
        assertEquals("Tạm biệt", line.telegram().chats().in(42).getFirst().text());
        assertEquals(1, line.telegram().chats().in(42).size());
    }

    @Test
    void an_edit_that_changes_nothing_is_done() {
        var first = assertInstanceOf(Sent.class, line.send(HELLO)).messageId();

        assertEquals(new Sent(first), line.send(line.shipment(AN, HELLO, "", first)));
    }

    @Test
    void what_cannot_be_edited_any_more_is_sent_anew() {
        var delivery = line.send(line.shipment(AN, HELLO, "", "5"));

        assertEquals(Long.toString(line.telegram().chats().in(42).getFirst().messageId()),
                assertInstanceOf(Sent.class, delivery).messageId());
    }

    @Test
    void a_press_is_answered_without_a_message() {
        line.telegram().chats().press("q1");

        var delivery = line.send(line.shipment(AN, Reply.toPress("Câu này đã xong"), "q1", ""));

        assertInstanceOf(Sent.class, delivery);
        assertEquals(List.of("q1"), line.telegram().chats().answeredPresses());
        assertEquals(List.of(), line.telegram().chats().in(42));
    }

    @Test
    void an_answer_to_an_expired_press_is_given_up() {
        assertInstanceOf(Refused.class, line.send(line.shipment(AN, Reply.toPress(""), "gone", "")));
    }

    @Test
    void a_long_text_arrives_in_parts_with_the_buttons_on_the_last() {
        var paragraph = "Câu này dài đúng năm mươi ký tự, kể cả dấu chấm. ".repeat(30) + "\n\n";
        var reply = Reply.of(paragraph.repeat(6)).with(List.of(List.of(new Choice("Đã rõ", "ok"))));

        var delivery = line.send(reply);

        var seen = line.telegram().chats().in(42);
        assertEquals(3, seen.size());
        assertTrue(seen.stream().limit(2).allMatch(part -> part.keyboard().isEmpty()));
        assertFalse(seen.getLast().keyboard().isEmpty());
        assertEquals(new Sent(Long.toString(seen.getLast().messageId())), delivery);
    }
}
