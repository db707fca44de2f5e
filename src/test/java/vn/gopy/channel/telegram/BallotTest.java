package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Address;
import vn.gopy.chat.Ballot;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Delivery.Blocked;
import vn.gopy.chat.Delivery.Moved;
import vn.gopy.chat.Delivery.Polled;
import vn.gopy.chat.Delivery.Refused;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Delivery.TryAgain;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Totals;
import vn.gopy.fakes.Fault;
import vn.gopy.fakes.PostedPolls.Posted;

/// Polls on their way through the Bot API, which refuses what the real one does.
class BallotTest {
    private static final long GROUP = -1009;
    private static final List<String> OPTIONS = List.of("Buổi tối thứ Năm", "Sáng thứ Bảy <8h & 9h>");

    @AutoClose
    private final SendingLine line = SendingLine.open();

    @BeforeEach
    void know() {
        line.telegram().chats().know(GROUP);
    }

    private Delivery send(Ballot ballot, Reply.Care care) {
        return line.send(line.shipment(new Address("telegram", Long.toString(GROUP)),
                Reply.of("?", ballot, care), "", ""));
    }

    private Delivery post() {
        return send(new Ballot.Post("Giờ nào?", OPTIONS), Reply.Care.AT_MOST_ONCE);
    }

    private Delivery stop(String messageId) {
        return send(new Ballot.Stop(messageId), Reply.Care.AT_LEAST_ONCE);
    }

    private Posted posted() {
        return line.telegram().polls().in(GROUP).getLast();
    }

    @Test
    void a_poll_is_posted_anonymous_in_its_words_and_tells_its_id() {
        var delivery = post();

        var seen = posted();
        assertEquals(OPTIONS, seen.options());
        assertEquals(new Polled(Long.toString(seen.messageId()), new Totals(seen.id(), List.of(0, 0))),
                delivery);
        var asked = line.telegram().calls().getLast().body();
        assertTrue(asked.path("is_anonymous").asBoolean());
        assertEquals("regular", asked.path("type").asText());
    }

    @Test
    void a_stopped_poll_tells_its_last_counts_and_is_stopped_once() {
        post();
        line.telegram().polls().vote(posted().id(), 1, 3);
        var message = Long.toString(posted().messageId());

        assertEquals(new Polled(message, new Totals(posted().id(), List.of(0, 3))), stop(message));
        assertEquals(new Sent(message), stop(message), "it is stopped already");
    }

    @Test
    void a_message_that_is_gone_needs_no_stopping() {
        assertEquals(new Sent("5"), stop("5"));
        assertInstanceOf(Refused.class, stop("năm"));
    }

    @Test
    void one_of_which_nobody_knows_whether_it_arrived_is_not_posted_again() {
        for (var fault : List.of(new Fault.HangsUp(true), new Fault.BreaksOff())) {
            line.telegram().next("sendPoll", fault);
            assertTrue(assertInstanceOf(Refused.class, post()).why().startsWith("unknown"));
        }
        line.telegram().next("sendPoll", Fault.tooMany(7));
        assertEquals(Duration.ofSeconds(7), assertInstanceOf(TryAgain.class, post()).after());
    }

    @Test
    void a_stop_of_which_nobody_knows_is_tried_again() {
        post();
        line.telegram().next("stopPoll", new Fault.HangsUp(true));

        var message = Long.toString(posted().messageId());
        assertInstanceOf(TryAgain.class, stop(message));
        assertEquals(new Sent(message), stop(message));
    }

    @Test
    void what_holds_for_the_group_holds_for_its_polls() {
        line.telegram().next("sendPoll", Fault.blocked());
        assertInstanceOf(Blocked.class, post());
        line.telegram().next("sendPoll",
                Fault.error(400, "Bad Request: not enough rights to send polls to the chat"));
        assertInstanceOf(Blocked.class, post());
        line.telegram().next("stopPoll", Fault.migrated(-2001));
        assertInstanceOf(Moved.class, stop("7"));
    }

    @Test
    void what_telegram_does_not_take_is_given_up() {
        assertInstanceOf(Refused.class,
                send(new Ballot.Post("ễ".repeat(301), OPTIONS), Reply.Care.AT_MOST_ONCE));
        assertInstanceOf(Refused.class, send(new Ballot.Post("?", List.of("Một")), Reply.Care.AT_MOST_ONCE));
        assertInstanceOf(Refused.class,
                send(new Ballot.Post("?", List.of("ễ".repeat(101), "b")), Reply.Care.AT_MOST_ONCE));
    }
}
