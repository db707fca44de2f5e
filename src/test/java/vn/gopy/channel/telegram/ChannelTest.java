package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.chat.Address;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Delivery.Blocked;
import vn.gopy.chat.Delivery.Halt;
import vn.gopy.chat.Delivery.Moved;
import vn.gopy.chat.Delivery.Refused;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Delivery.TryAgain;
import vn.gopy.chat.Delivery.Unknown;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.config.Secret;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Fault;
import vn.gopy.metrics.Metrics;

/// Sending: what a chat sees, and every row of the table of errors (contracts.md 3.4).
class ChannelTest {
    private static final Address AN = new Address("telegram", "42");
    private static final Reply HELLO = Reply.of("Xin chào");
    private static final BotApi.Patience SHORT = new BotApi.Patience(Duration.ofSeconds(2),
            Duration.ofMillis(700), Duration.ofSeconds(3));

    private final Metrics metrics = new Metrics();
    private long nanos = 1;
    private BotApiDouble telegram;
    private BotApi api;
    private TelegramChannel channel;

    @BeforeEach
    void open() {
        telegram = BotApiDouble.open();
        telegram.chats().know(42);
        api = BotApi.open(telegram.address(), new Secret(BotApiDouble.TOKEN), SHORT);
        channel = new TelegramChannel(api, metrics, () -> nanos);
    }

    @AfterEach
    void close() {
        api.close();
        telegram.close();
    }

    @Test
    void a_reply_arrives_with_its_bold_words_and_buttons() {
        var reply = Reply.of("Xã \uE000Lê Lợi\uE001 <cũ> & mới").with(List.of(
                List.of(new Choice("Đúng", "p:1"),
                        new Choice("Nguồn", "https://congbao.chinhphu.vn/a?b=1&c=2"))));

        var delivery = send(reply);

        var seen = telegram.chats().in(42).getFirst();
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
        telegram.chats().know(-1009);

        channel.send(shipment(new Address("telegram", "-1009:42"), HELLO, "", ""));

        assertEquals("Xin chào", telegram.chats().in(-1009).getFirst().text());
    }

    @Test
    void a_message_takes_the_place_of_another() {
        var first = assertInstanceOf(Sent.class, send(HELLO)).messageId();

        var delivery = channel.send(shipment(AN, Reply.of("Tạm biệt"), "", first));

        assertEquals(new Sent(first), delivery);
        assertEquals("Tạm biệt", telegram.chats().in(42).getFirst().text());
        assertEquals(1, telegram.chats().in(42).size());
    }

    @Test
    void an_edit_that_changes_nothing_is_done() {
        var first = assertInstanceOf(Sent.class, send(HELLO)).messageId();

        assertEquals(new Sent(first), channel.send(shipment(AN, HELLO, "", first)));
    }

    @Test
    void what_cannot_be_edited_any_more_is_sent_anew() {
        var delivery = channel.send(shipment(AN, HELLO, "", "5"));

        assertEquals(Long.toString(telegram.chats().in(42).getFirst().messageId()),
                assertInstanceOf(Sent.class, delivery).messageId());
    }

    @Test
    void a_press_is_answered_without_a_message() {
        telegram.chats().press("q1");

        var delivery = channel.send(shipment(AN, Reply.toPress("Câu này đã xong"), "q1", ""));

        assertInstanceOf(Sent.class, delivery);
        assertEquals(List.of("q1"), telegram.chats().answeredPresses());
        assertEquals(List.of(), telegram.chats().in(42));
    }

    @Test
    void an_answer_to_an_expired_press_is_given_up() {
        assertInstanceOf(Refused.class, channel.send(shipment(AN, Reply.toPress(""), "gone", "")));
    }

    @Test
    void a_long_text_arrives_in_parts_with_the_buttons_on_the_last() {
        var paragraph = "Câu này dài đúng năm mươi ký tự, kể cả dấu chấm. ".repeat(30) + "\n\n";
        var reply = Reply.of(paragraph.repeat(6)).with(List.of(List.of(new Choice("Đã rõ", "ok"))));

        var delivery = send(reply);

        var seen = telegram.chats().in(42);
        assertEquals(3, seen.size());
        assertTrue(seen.stream().limit(2).allMatch(part -> part.keyboard().isEmpty()));
        assertFalse(seen.getLast().keyboard().isEmpty());
        assertEquals(new Sent(Long.toString(seen.getLast().messageId())), delivery);
    }

    @Test
    void too_many_requests_wait_as_long_as_telegram_says_and_are_no_attempt() {
        telegram.next("sendMessage", Fault.tooMany(17));

        assertEquals(new TryAgain(Duration.ofSeconds(17), "telegram asks to wait", false, false),
                send(HELLO));
    }

    @Test
    void three_chats_that_must_wait_within_a_second_make_everybody_wait() {
        telegram.always("sendMessage", Fault.tooMany(3));

        var first = everyone(1, 1, 1, 2);
        nanos += Duration.ofSeconds(2).toNanos();
        var later = everyone(3, 4, 5);

        assertEquals(List.of(false, false, false, false), first);
        assertEquals(List.of(false, false, true), later);
    }

    private List<Boolean> everyone(int... chats) {
        return Arrays.stream(chats)
                .mapToObj(chat -> channel.send(shipment(new Address("telegram", "" + chat), HELLO, "", "")))
                .map(delivery -> assertInstanceOf(TryAgain.class, delivery).everyone()).toList();
    }

    @Test
    void a_gateways_429_waits_as_its_header_says() {
        telegram.next("sendMessage", new Fault.Answers(429, "text/html", "<html>", "9"));

        assertEquals(Duration.ofSeconds(9), assertInstanceOf(TryAgain.class, send(HELLO)).after());
    }

    @Test
    void a_group_that_became_a_supergroup_moves_with_its_people() {
        telegram.next("sendMessage", Fault.migrated(-100123));

        assertEquals(new Moved(new Address("telegram", "-100123:42")),
                channel.send(shipment(new Address("telegram", "-5:42"), HELLO, "", "")));
    }

    @Test
    void who_blocked_the_bot_is_left_alone() {
        telegram.chats().block(42, true);

        assertInstanceOf(Blocked.class, send(HELLO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"403|Forbidden: user is deactivated",
            "403|Forbidden: bot was kicked",
            "403|Forbidden: bot can't initiate conversation with a user", "400|Bad Request: chat not found",
            "400|Bad Request: PEER_ID_INVALID", "400|Bad Request: private chat not found",
            "400|Bad Request: message thread not found",
            "400|Bad Request: not enough rights to send text messages to the chat"})
    void a_chat_that_cannot_be_written_to_is_blocked(int code, String description) {
        telegram.next("sendMessage", Fault.error(code, description));

        assertInstanceOf(Blocked.class, send(HELLO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400|Bad Request: message text is empty",
            "400|Bad Request: reply markup is too long", "400|Bad Request: BUTTON_DATA_INVALID",
            "400|Bad Request: Logged out", "400|Bad Request: something of tomorrow",
            "413|Request Entity Too Large",
            "402|Payment Required", "418|I'm a teapot"})
    void what_is_wrong_with_the_message_is_final_for_it(int code, String description) {
        telegram.next("sendMessage", Fault.error(code, description));

        assertInstanceOf(Refused.class, send(HELLO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"401|Unauthorized", "404|Not Found",
            "409|Conflict: terminated by other getUpdates request",
            "421|Misdirected Request: unallowed token"})
    void what_is_wrong_with_the_bot_stops_everything(int code, String description) {
        telegram.next("sendMessage", Fault.error(code, description));

        assertInstanceOf(Halt.class, send(HELLO));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void a_fault_of_telegram_is_tried_again(int code) {
        telegram.next("sendMessage", Fault.error(code, "Internal Server Error: restart"));

        var again = assertInstanceOf(TryAgain.class, send(HELLO));
        assertTrue(again.counts());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 500, 502, 503, 504})
    void a_page_instead_of_an_answer_leaves_the_result_unknown(int status) {
        telegram.next("sendMessage", Fault.page(status));

        assertInstanceOf(Unknown.class, send(HELLO));
    }

    @Test
    void an_answer_that_breaks_off_hangs_or_never_comes_leaves_the_result_unknown() {
        telegram.next("sendMessage", new Fault.BreaksOff());
        telegram.next("sendMessage", new Fault.HangsUp(true));
        telegram.next("sendMessage", new Fault.HangsUp(false));
        telegram.next("sendMessage", new Fault.Hangs());
        telegram.next("sendMessage", new Fault.Stalls());

        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Unknown.class, send(HELLO));
        }
        assertEquals(3, telegram.chats().in(42).size());
        assertEquals(5, telegram.count("sendMessage"));
    }

    @Test
    void an_edit_of_unknown_result_is_simply_made_again() {
        var first = assertInstanceOf(Sent.class, send(HELLO)).messageId();
        telegram.next("editMessageText", new Fault.HangsUp(true));

        assertInstanceOf(TryAgain.class, channel.send(shipment(AN, Reply.of("khác"), "", first)));
        assertEquals(new Sent(first), channel.send(shipment(AN, Reply.of("khác"), "", first)));
    }

    @Test
    void what_never_left_is_tried_again() {
        telegram.close();

        var again = assertInstanceOf(TryAgain.class, send(HELLO));
        assertTrue(again.everyone());
        assertNoToken(again.why());
    }

    @Test
    void broken_markup_is_sent_once_without_it_and_counted() {
        telegram.next("sendMessage",
                Fault.error(400, "Bad Request: can't parse entities: Unsupported start tag"));

        assertInstanceOf(Sent.class, send(Reply.of("\uE000đậm\uE001 < nhạt")));
        assertEquals("đậm < nhạt", telegram.chats().in(42).getFirst().raw());
        assertEquals(1, metrics.counted("gopy_telegram_faults_total{what=\"markup\"}"));
    }

    @Test
    void a_text_that_telegram_finds_too_long_is_cut_again_once() {
        telegram.next("sendMessage", Fault.error(400, "Bad Request: message is too long"));

        assertInstanceOf(Sent.class, send(Reply.of("từ ".repeat(1000))));
        assertEquals(2, telegram.chats().in(42).size());

        telegram.always("sendMessage", Fault.error(400, "Bad Request: message is too long"));
        assertInstanceOf(Refused.class, send(Reply.of("từ ".repeat(1000))));
    }

    @Test
    void no_account_of_a_failure_quotes_the_message_or_the_token() {
        telegram.next("sendMessage",
                Fault.error(400, "Bad Request: wrong \\\"Nguyễn Văn A 0912345678\\\" in text"));
        telegram.next("sendMessage", Fault.error(400, "Bad Request: Nguyễn Văn A: 0912345678"));
        telegram.next("sendMessage", new Fault.Hangs());

        for (int i = 0; i < 3; i++) {
            assertNoToken(send(HELLO).toString());
        }
        assertNoToken(metrics.text());
    }

    @Test
    void an_empty_text_is_refused_unsent() {
        assertInstanceOf(Refused.class, send(Reply.of(" ")));
        assertEquals(0, telegram.count("sendMessage"));
    }

    private static void assertNoToken(String account) {
        assertFalse(account.contains("the-token") || account.contains("0912") || account.contains("bot123"),
                account);
    }

    private Delivery send(Reply reply) {
        return channel.send(shipment(AN, reply, "", ""));
    }

    private static Shipment shipment(Address to, Reply reply, String pressKey, String messageId) {
        return new Shipment("p1", to, reply, pressKey, messageId);
    }
}
