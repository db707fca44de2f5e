package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.chat.Address;
import vn.gopy.chat.Delivery.Blocked;
import vn.gopy.chat.Delivery.Halt;
import vn.gopy.chat.Delivery.Moved;
import vn.gopy.chat.Delivery.Refused;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Delivery.TryAgain;
import vn.gopy.chat.Delivery.Unknown;
import vn.gopy.chat.Reply;
import vn.gopy.fakes.Fault;

/// Every row of the table of errors (contracts.md 3.4): what each answer of the Bot API becomes.
class ErrorTableTest {
    private static final Address AN = SendingLine.AN;
    private static final Reply HELLO = Reply.of("Xin chào");

    @AutoClose
    private final SendingLine line = SendingLine.open();

    @Test
    void too_many_requests_wait_as_long_as_telegram_says_and_are_no_attempt() {
        line.telegram().next("sendMessage", Fault.tooMany(17));

        assertEquals(new TryAgain(Duration.ofSeconds(17), "telegram asks to wait", false, false),
                line.send(HELLO));
    }

    @Test
    void three_chats_that_must_wait_within_a_second_make_everybody_wait() {
        line.telegram().always("sendMessage", Fault.tooMany(3));

        var first = everyone(1, 1, 1, 2);
        line.pass(Duration.ofSeconds(2));
        var later = everyone(3, 4, 5);

        assertEquals(List.of(false, false, false, false), first);
        assertEquals(List.of(false, false, true), later);
    }

    private List<Boolean> everyone(int... chats) {
        return Arrays.stream(chats)
                .mapToObj(chat -> line.send(line.shipment(new Address("telegram", "" + chat), HELLO, "", "")))
                .map(delivery -> assertInstanceOf(TryAgain.class, delivery).everyone()).toList();
    }

    @Test
    void a_gateways_429_waits_as_its_header_says() {
        line.telegram().next("sendMessage", new Fault.Answers(429, "text/html", "<html>", "9"));

        assertEquals(Duration.ofSeconds(9), assertInstanceOf(TryAgain.class, line.send(HELLO)).after());
    }

    @Test
    void a_group_that_became_a_supergroup_moves_with_its_people() {
        line.telegram().next("sendMessage", Fault.migrated(-100123));

        assertEquals(new Moved(new Address("telegram", "-100123:42")),
                line.send(line.shipment(new Address("telegram", "-5:42"), HELLO, "", "")));
    }

    @Test
    void who_blocked_the_bot_is_left_alone() {
        line.telegram().chats().block(42, true);

        assertInstanceOf(Blocked.class, line.send(HELLO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"403|Forbidden: user is deactivated",
            "403|Forbidden: bot was kicked",
            "403|Forbidden: bot can't initiate conversation with a user", "400|Bad Request: chat not found",
            "400|Bad Request: PEER_ID_INVALID", "400|Bad Request: private chat not found",
            "400|Bad Request: message thread not found",
            "400|Bad Request: not enough rights to send text messages to the chat"})
    void a_chat_that_cannot_be_written_to_is_blocked(int code, String description) {
        line.telegram().next("sendMessage", Fault.error(code, description));

        assertInstanceOf(Blocked.class, line.send(HELLO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400|Bad Request: message text is empty",
            "400|Bad Request: reply markup is too long", "400|Bad Request: BUTTON_DATA_INVALID",
            "400|Bad Request: Logged out", "400|Bad Request: something of tomorrow",
            "413|Request Entity Too Large",
            "402|Payment Required", "418|I'm a teapot"})
    void what_is_wrong_with_the_message_is_final_for_it(int code, String description) {
        line.telegram().next("sendMessage", Fault.error(code, description));

        assertInstanceOf(Refused.class, line.send(HELLO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"401|Unauthorized", "404|Not Found",
            "409|Conflict: terminated by other getUpdates request",
            "421|Misdirected Request: unallowed token"})
    void what_is_wrong_with_the_bot_stops_everything(int code, String description) {
        line.telegram().next("sendMessage", Fault.error(code, description));

        assertInstanceOf(Halt.class, line.send(HELLO));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void a_fault_of_telegram_is_tried_again(int code) {
        line.telegram().next("sendMessage", Fault.error(code, "Internal Server Error: restart"));

        var again = assertInstanceOf(TryAgain.class, line.send(HELLO));
        assertTrue(again.counts());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_page_of_a_gateway_is_tried_again(int status) {
        line.telegram().next("sendMessage", Fault.page(status));

        assertInstanceOf(TryAgain.class, line.send(HELLO));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void a_page_instead_of_an_answer_leaves_the_result_unknown(int status) {
        line.telegram().next("sendMessage", Fault.page(status));

        assertInstanceOf(Unknown.class, line.send(HELLO));
    }

    @Test
    void an_answer_that_breaks_off_or_never_comes_leaves_the_result_unknown() {
        line.telegram().next("sendMessage", new Fault.BreaksOff());
        line.telegram().next("sendMessage", new Fault.HangsUp(true));
        line.telegram().next("sendMessage", new Fault.HangsUp(false));

        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Unknown.class, line.send(HELLO));
        }
        assertEquals(2, line.telegram().chats().in(42).size());
        assertEquals(3, line.telegram().count("sendMessage"));
    }

    @Test
    void an_answer_that_hangs_or_stalls_is_not_waited_for_without_end() {
        try (var hasty = SendingLine.hasty()) {
            // The first call of all loads classes, and may take longer than this line waits.
            hasty.send(HELLO);
            hasty.telegram().next("sendMessage", new Fault.Hangs());
            hasty.telegram().next("sendMessage", new Fault.Stalls());

            assertInstanceOf(Unknown.class, hasty.send(HELLO));
            assertInstanceOf(Unknown.class, hasty.send(HELLO));
        }
    }

    @Test
    void an_edit_of_unknown_result_is_simply_made_again() {
        var first = assertInstanceOf(Sent.class, line.send(HELLO)).messageId();
        line.telegram().next("editMessageText", new Fault.HangsUp(true));

        assertInstanceOf(TryAgain.class, line.send(line.shipment(AN, Reply.of("khác"), "", first)));
        assertEquals(new Sent(first), line.send(line.shipment(AN, Reply.of("khác"), "", first)));
    }

    @Test
    void what_never_left_is_tried_again() {
        line.telegram().close();

        var again = assertInstanceOf(TryAgain.class, line.send(HELLO));
        assertTrue(again.everyone());
        assertNoToken(again.why());
    }

    @Test
    void broken_markup_is_sent_once_without_it_and_counted() {
        line.telegram().next("sendMessage",
                Fault.error(400, "Bad Request: can't parse entities: Unsupported start tag"));

        assertInstanceOf(Sent.class, line.send(Reply.of("\uE000đậm\uE001 < nhạt")));
        assertEquals("đậm < nhạt", line.telegram().chats().in(42).getFirst().raw());
        assertEquals(1, line.metrics().counted("gopy_telegram_faults_total{what=\"markup\"}"));
    }

    @Test
    void a_text_that_telegram_finds_too_long_is_cut_again_once() {
        line.telegram().next("sendMessage", Fault.error(400, "Bad Request: message is too long"));

        assertInstanceOf(Sent.class, line.send(Reply.of("từ ".repeat(1000))));
        assertEquals(2, line.telegram().chats().in(42).size());

        line.telegram().always("sendMessage", Fault.error(400, "Bad Request: message is too long"));
        assertInstanceOf(Refused.class, line.send(Reply.of("từ ".repeat(1000))));
    }

    @Test
    void no_account_of_a_failure_quotes_the_message_or_the_token() {
        line.telegram().next("sendMessage",
                Fault.error(400, "Bad Request: wrong \\\"Nguyễn Văn A 0912345678\\\" in text"));
        line.telegram().next("sendMessage", Fault.error(400, "Bad Request: Nguyễn Văn A: 0912345678"));
        line.telegram().next("sendMessage", new Fault.HangsUp(true));

        for (int i = 0; i < 3; i++) {
            assertNoToken(line.send(HELLO).toString());
        }
        assertNoToken(line.metrics().text());
    }

    @Test
    void an_empty_text_is_refused_unsent() {
        assertInstanceOf(Refused.class, line.send(Reply.of(" ")));
        assertEquals(0, line.telegram().count("sendMessage"));
    }

    private static void assertNoToken(String account) {
        assertFalse(account.contains("the-token") || account.contains("0912") || account.contains("bot123"),
                account);
    }
}
