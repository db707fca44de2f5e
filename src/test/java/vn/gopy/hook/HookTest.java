package vn.gopy.hook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Delivery;
import vn.gopy.config.Secret;
import vn.gopy.db.Database;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.StubServer;
import vn.gopy.outbox.Parcel;
import vn.gopy.outbox.SqlDeadNotices.DeadNotice;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.Signature;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;
import vn.gopy.wire.WireSettings;

/// Events from the moment something happened to what the endpoint answered.
class HookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Event RELEASE = new Event.ReleasePublished("2026-11-23", "2026-W47", "0f".repeat(32),
            Map.of());

    private static final String DEAD = """
            INSERT INTO dead_letter (id, kind, line, body, why, attempts, died_at)
            VALUES (?, 'notice', ?, ?, 'the endpoint is disabled', 1, 0)
            """;

    @TempDir
    Path folder;

    /// The stock library verifies by the system's clock, so this one begins there.
    private final SettableClock clock = new SettableClock(Instant.now().toString());
    private final List<Parcel.Notice> put = new ArrayList<>();
    private final StubServer peer = StubServer.answering(200);
    private final SqlEndpointBook book = new SqlEndpointBook();
    private final List<String> disabled = new ArrayList<>();
    private Database database;
    private Safe safe;
    private HookSettings settings;
    private Hooks hooks;
    private HookCarrier carrier;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        settings = new HookSettings(List.of(endpoint("portal", Set.of("release.published")),
                endpoint("archive", Set.of("webhook.test"))));
        safe = new Safe(Keys.in(folder.resolve("keys")));
        hooks = new Hooks(new Endpoints(settings, safe, clock),
                (_, name, id, body) -> put.add(notice(name, id, body, 0)), database,
                clock);
        carrier = carrier(settings);
    }

    private Endpoint endpoint(String name, Set<String> events) {
        return new Endpoint(name, peer.url(), new Signer(SigningKey.of("secret", new Secret(SECRET))),
                events);
    }

    private HookCarrier carrier(HookSettings settings) {
        var client = new GuardedClient(new WireSettings(Set.of(443), List.of(), true, "", 7070),
                Resolver.ofMachine(), clock);
        return new HookCarrier(
                new HookCarrier.Parts(new Endpoints(settings, safe, clock), client, database), clock,
                new SplittableRandom(1), (_, what) -> disabled.add(what));
    }

    @AfterEach
    void close() {
        peer.close();
        database.close();
    }

    @Test
    void an_event_is_put_once_for_each_endpoint_that_wants_it() {
        announce();

        assertEquals(List.of("portal"), put.stream().map(Parcel.Notice::endpoint).toList());
        assertTrue(put.getFirst().body().startsWith("{\"type\":\"release.published\",\"timestamp\":\""));
        assertTrue(put.getFirst().eventId().matches("evt_[0-9a-f]{32}"));
    }

    @Test
    void a_test_goes_to_the_endpoint_that_is_named_whatever_it_wants() {
        var id = hooks.test("portal");

        assertEquals(notice("portal", id, put.getFirst().body(), 0), put.getFirst());
        assertTrue(put.getFirst().body().contains("\"data\":{\"endpoint\":\"portal\"}"));
        assertThrows(IllegalArgumentException.class, () -> hooks.test("nobody"));
    }

    @Test
    void what_arrives_is_what_was_put_and_the_stock_library_accepts_it() {
        announce();

        assertEquals(new Delivery.Sent(""), carrier.carry(put.getFirst()));
        var request = peer.requests().getFirst();
        assertEquals(put.getFirst().body(), request.body());
        assertDoesNotThrow(() -> new Webhook(SECRET).verify(request.body(), headers(request)));
    }

    @Test
    void each_attempt_is_signed_anew_under_the_same_id() {
        announce();
        carrier.carry(put.getFirst());
        clock.pass(Duration.ofSeconds(7));
        carrier.carry(put.getFirst());

        var first = peer.requests().getFirst();
        var second = peer.requests().getLast();
        assertEquals(first.header(Signature.ID), second.header(Signature.ID));
        assertNotEquals(first.header(Signature.TIMESTAMP), second.header(Signature.TIMESTAMP));
        assertNotEquals(first.header(Signature.VALUES), second.header(Signature.VALUES));
    }

    @Test
    void a_failure_is_tried_again_on_the_ladder_and_given_up_at_its_end() {
        peer.behave(StubServer.status(500));

        for (int before = 0; before < Ladder.STEPS.size(); before++) {
            var again = assertInstanceOf(Delivery.TryAgain.class, carry(before));
            assertEquals("answered 500", again.why());
            assertTrue(again.counts() && !again.everyone());
            near(Ladder.STEPS.get(before), again.after());
        }
        assertEquals(new Delivery.Refused("given up: answered 500"), carry(Ladder.STEPS.size()));
    }

    @Test
    void a_redirect_is_a_failure() {
        peer.behave(StubServer.status(301, "location: https://elsewhere.example.org/"));

        assertEquals("answered 301", assertInstanceOf(Delivery.TryAgain.class, carry(0)).why());
        assertEquals(1, peer.requests().size());
    }

    @Test
    void a_wish_to_wait_is_obeyed_for_a_day_at_most_and_only_from_429_and_503() {
        for (int status : List.of(429, 503)) {
            peer.behave(StubServer.status(status, "retry-after: 3600"));
            assertEquals(Duration.ofHours(1), assertInstanceOf(Delivery.TryAgain.class, carry(0)).after());
            peer.behave(StubServer.status(status, "retry-after: 9999999"));
            assertEquals(Duration.ofDays(1), assertInstanceOf(Delivery.TryAgain.class, carry(0)).after());
        }
        peer.behave(StubServer.status(500, "retry-after: 3600"));
        near(Ladder.STEPS.getFirst(), assertInstanceOf(Delivery.TryAgain.class, carry(0)).after());
        peer.behave(StubServer.status(503, "retry-after: 0"));
        near(Ladder.STEPS.getFirst(), assertInstanceOf(Delivery.TryAgain.class, carry(0)).after());
    }

    @Test
    void the_reason_tells_how_the_answer_began() {
        peer.behave(out -> out.write("HTTP/1.1 400 No\r\ncontent-length: 15\r\n\r\nno such\u0007 portal"
                .getBytes(StandardCharsets.UTF_8)));

        assertEquals("answered 400: no such  portal",
                assertInstanceOf(Delivery.TryAgain.class, carry(0)).why());
    }

    @Test
    void an_endpoint_that_is_gone_is_disabled_until_somebody_enables_it() {
        peer.behave(StubServer.status(410));

        assertEquals(new Delivery.Refused("the endpoint was disabled: answered 410"), carry(0));
        assertEquals(Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                state().disabledAt());
        assertEquals(List.of("portal"), disabled);
        peer.behave(StubServer.status(200));
        assertEquals(new Delivery.Refused("the endpoint is disabled"), carry(0));
        assertEquals(1, peer.requests().size(), "a disabled endpoint is not called");

        hooks.enable("portal");
        assertEquals(new Delivery.Sent(""), carry(0));
    }

    @Test
    void a_disabled_endpoint_cannot_be_tested_until_it_is_enabled() {
        peer.behave(StubServer.status(410));
        carry(0);

        assertThrows(IllegalArgumentException.class, () -> hooks.test("portal"));
        assertEquals(0, hooks.enable("portal"));
        hooks.test("portal");
    }

    @Test
    void what_was_given_up_goes_out_again_one_or_all_and_never_too_much_at_once() {
        peer.behave(StubServer.status(410));
        carry(0);
        database.ledger().commit(tx -> {
            for (int i = 1; i <= Hooks.TOGETHER + 5; i++) {
                tx.run(DEAD, i, bytes("portal"), bytes("evt_" + i + "\n{}"));
            }
            tx.run(DEAD, 9_999, bytes("archive"), bytes("evt_9999\n{}"));
            return true;
        });

        assertEquals(1, hooks.again("portal", Set.of("evt_7")));
        assertEquals(Optional.empty(), state().disabledAt());
        assertEquals(Hooks.TOGETHER + 4, hooks.again("portal", Set.of()));
        assertEquals(Hooks.TOGETHER, waiting());
        assertEquals(
                List.of("evt_101", "evt_102", "evt_103", "evt_104", "evt_105"),
                hooks.dead("portal").stream().map(DeadNotice::eventId).toList());
        assertFalse(hooks.feed(), "there is no room yet");
        database.ledger().commit(tx -> tx.run("DELETE FROM parcel WHERE id < 50"));
        assertTrue(hooks.feed());
        assertFalse(hooks.feed(), "all is put");
        assertEquals(Hooks.TOGETHER + 5 - 49, waiting());
        assertEquals(1, hooks.dead("archive").size());
    }

    private long waiting() {
        return database.<Long>read(tx -> tx.number("SELECT count(*) FROM parcel"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_endpoint_that_only_failed_for_five_days_is_disabled() {
        peer.behave(StubServer.status(500));

        carry(0);
        clock.pass(HookCarrier.GIVEN_UP_AFTER.minusSeconds(1));
        assertInstanceOf(Delivery.TryAgain.class, carry(3));
        clock.pass(Duration.ofSeconds(1));
        assertInstanceOf(Delivery.Refused.class, carry(4));
        assertTrue(state().disabledAt().isPresent());
    }

    @Test
    void one_success_begins_the_five_days_anew() {
        peer.behave(StubServer.status(500));
        carry(0);
        peer.behave(StubServer.status(200));
        clock.pass(Duration.ofDays(4));
        carry(1);
        peer.behave(StubServer.status(500));
        clock.pass(Duration.ofDays(4));

        assertInstanceOf(Delivery.TryAgain.class, carry(0));
        assertEquals("answered 500", state().why());
    }

    @Test
    void a_receiver_that_says_no_three_times_is_shown_to_its_owner() {
        peer.behave(StubServer.status(404));
        carry(0);
        carry(1);
        assertFalse(state().saysNo());
        carry(2);
        assertTrue(state().saysNo());

        peer.behave(StubServer.status(429));
        carry(3);
        assertFalse(state().saysNo(), "429 means later, not no");
    }

    @Test
    void an_endpoint_that_the_settings_no_longer_name_gets_nothing() {
        assertInstanceOf(Delivery.Refused.class, carrier(new HookSettings(List.of())).carry(notice("portal",
                "evt_1", "{}", 0)));
        assertEquals(List.of(), peer.requests());
    }

    @Test
    void an_endpoint_that_is_away_is_tried_again() {
        peer.close();

        assertEquals("the connection failed", assertInstanceOf(Delivery.TryAgain.class, carry(0)).why());
        assertEquals(0, state().lastStatus());
    }

    private void announce() {
        database.ledger().commit(tx -> {
            hooks.announce(tx, RELEASE);
            return true;
        });
    }

    private Delivery carry(int attempts) {
        return carrier.carry(notice("portal", "evt_1", "{\"a\":\"ữ\"}", attempts));
    }

    /// What is committed; a commit of ours first lets what nobody waited for pass.
    private EndpointState state() {
        database.ledger().commit(_ -> true);
        return database.read(tx -> book.find(tx, "portal")).orElseThrow();
    }

    private static void near(Duration step, Duration wait) {
        assertTrue(wait.toMillis() >= step.toMillis() * 0.8 && wait.toMillis() <= step.toMillis() * 1.2,
                wait + " for " + step);
    }

    private static Parcel.Notice notice(String endpoint, String id, String body, int attempts) {
        return new Parcel.Notice(1, endpoint, id, body, attempts);
    }

    private static Map<String, List<String>> headers(StubServer.Request request) {
        return Map.of(Signature.ID, List.of(request.header(Signature.ID)),
                Signature.TIMESTAMP, List.of(request.header(Signature.TIMESTAMP)),
                Signature.VALUES, List.of(request.header(Signature.VALUES)));
    }
}
