package vn.gopy.hook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import vn.gopy.hook.Attempt.Result;
import vn.gopy.hook.EndpointDesk.Added;
import vn.gopy.hook.EndpointDesk.Wish;
import vn.gopy.outbox.Parcel;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.Signature;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;
import vn.gopy.wire.WireSettings;

/// Endpoints that are managed while the service runs.
class EndpointDeskTest {
    private static final Set<String> RELEASES = Set.of("release.published");
    private static final Event RELEASE = new Event.ReleasePublished("2026-11-23", "2026-W47", "0f".repeat(32),
            Map.of());
    private static final String DEAD = """
            INSERT INTO dead_letter (id, kind, line, body, why, attempts, died_at)
            VALUES (?, 'notice', ?, ?, 'the endpoint is paused', 0, ?)
            """;

    @TempDir
    Path folder;

    /// The stock library verifies by the system's clock, so this one begins there.
    private final SettableClock clock = new SettableClock(Instant.now().toString());
    private final StubServer peer = StubServer.answering(200);
    private final List<Parcel.Notice> put = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final Witness witness = (_, what) -> seen.add(what);
    private Database database;
    private Hooks hooks;
    private EndpointDesk desk;
    private HookCarrier carrier;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        var fixed = new Endpoint("archive", "http://127.0.0.1:1/x", new Signer(
                SigningKey.of("secret", new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))), RELEASES);
        var endpoints = new Endpoints(new HookSettings(List.of(fixed)),
                new Safe(Keys.in(folder.resolve("keys"))), clock);
        var client = new GuardedClient(new WireSettings(Set.of(443), List.of(), true, "", 7070),
                Resolver.ofMachine(), clock);
        hooks = new Hooks(endpoints,
                (_, name, id, body) -> put.add(new Parcel.Notice(1, name, id, body, 0)), database, clock);
        desk = new EndpointDesk(endpoints, hooks, database, client::objectionNow);
        carrier = new HookCarrier(new HookCarrier.Parts(endpoints, client, database), clock,
                new SplittableRandom(1), witness);
    }

    @AfterEach
    void close() {
        peer.close();
        database.close();
    }

    private Secret added(String name) {
        return assertInstanceOf(Added.Done.class, desk.add(new Wish(name, peer.url(), RELEASES), witness))
                .secret();
    }

    private EndpointFault refused(Wish wish) {
        return assertInstanceOf(Added.Refused.class, desk.add(wish, witness)).fault();
    }

    private void announce() {
        database.ledger().commit(tx -> {
            hooks.announce(tx, RELEASE);
            return true;
        });
    }

    private Parcel.Notice notice(String name) {
        return new Parcel.Notice(1, name, "evt_1", "{\"type\":\"release.published\"}", 0);
    }

    private Hooks.Standing standing(String name) {
        database.ledger().commit(_ -> true);
        return hooks.standing(name).orElseThrow();
    }

    private List<Attempt> log(String name) {
        database.ledger().commit(_ -> true);
        return hooks.attempts(name, Long.MAX_VALUE, 99).stream().map(Hooks.Logged::attempt).toList();
    }

    @Test
    void what_is_added_gets_the_events_it_chose_signed_with_the_secret_that_was_told_once() {
        var secret = added("portal");
        announce();

        assertEquals(List.of("archive", "portal"),
                put.stream().map(Parcel.Notice::endpoint).sorted().toList());
        var mine = put.stream().filter(notice -> notice.endpoint().equals("portal")).findFirst()
                .orElseThrow();
        assertEquals(new Delivery.Sent(""), carrier.carry(mine));
        verify(secret, peer.requests().getFirst());
        assertEquals(List.of("portal"), seen);
        assertEquals("***", secret.toString());
    }

    private static void verify(Secret secret, StubServer.Request request) {
        assertDoesNotThrow(() -> new Webhook(secret.value()).verify(request.body(), headers(request)));
    }

    private static Map<String, List<String>> headers(StubServer.Request request) {
        return Map.of(Signature.ID, List.of(request.header(Signature.ID)),
                Signature.TIMESTAMP, List.of(request.header(Signature.TIMESTAMP)),
                Signature.VALUES, List.of(request.header(Signature.VALUES)));
    }

    @Test
    void neither_address_nor_secret_lies_open_on_the_disk() throws IOException {
        var secret = assertInstanceOf(Added.Done.class,
                desk.add(new Wish("portal", peer.url() + "?token=canary4711", RELEASES), witness)).secret();
        database.upkeep().checkpoint();

        for (var file : List.of("gopy.db", "gopy.db-wal")) {
            var bytes = new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("canary4711") || bytes.contains(secret.value().substring(6)), file);
        }
        assertFalse(standing("portal").toString().contains("canary4711"));
    }

    @Test
    void a_name_an_address_and_events_that_are_not_right_are_refused_and_leave_nothing() {
        added("portal");
        assertEquals(EndpointFault.NAME_WRONG, refused(new Wish("Portal", peer.url(), RELEASES)));
        assertEquals(EndpointFault.NAME_TAKEN, refused(new Wish("portal", peer.url(), RELEASES)));
        assertEquals(EndpointFault.NAME_TAKEN, refused(new Wish("archive", peer.url(), RELEASES)));
        assertEquals(EndpointFault.EVENTS_WRONG, refused(new Wish("a", peer.url(), Set.of())));
        assertEquals(EndpointFault.EVENTS_WRONG, refused(new Wish("a", peer.url(), Set.of("opinion.filed"))));
        for (var url : List.of("http://example.com/", "https://10.0.0.1/", "https://intranet.local/",
                "https://user@example.com/", "https://example.com:22/", "https://no-such-host.invalid/",
                "http://127.0.0.1:7070/own")) {
            assertEquals(EndpointFault.URL_REFUSED, refused(new Wish("a", url, RELEASES)), url);
        }

        assertEquals(List.of("archive", "portal"),
                hooks.standings().stream().map(Hooks.Standing::name).toList());
        assertEquals(List.of("portal"), seen);
    }

    @Test
    void no_more_than_a_hundred_are_managed() {
        for (int i = 0; i < EndpointDesk.MOST; i++) {
            added("e" + i);
        }
        assertEquals(EndpointFault.TOO_MANY, refused(new Wish("one-more", peer.url(), RELEASES)));
    }

    @Test
    void for_a_day_both_secrets_are_good_and_then_the_new_one_alone() {
        var old = added("portal");
        var fresh = desk.rotate("portal", witness);
        carrier.carry(notice("portal"));
        verify(old, peer.requests().getFirst());
        verify(fresh, peer.requests().getFirst());

        assertTrue(standing("portal").old().isPresent());
        clock.pass(EndpointDesk.BOTH.minusSeconds(1));
        carrier.carry(notice("portal"));
        assertEquals(2, signatures(1));
        clock.pass(Duration.ofSeconds(1));
        carrier.carry(notice("portal"));
        assertEquals(1, signatures(2));
        assertTrue(standing("portal").old().isEmpty());
        hooks.forget(Instant.EPOCH, false);
        assertEquals(1L, database.<Long>read(
                tx -> tx.number("SELECT count(*) FROM hook_managed WHERE old_secret IS NULL")));
    }

    private int signatures(int request) {
        return peer.requests().get(request).header(Signature.VALUES).split(" ", -1).length;
    }

    @Test
    void an_old_secret_that_leaked_is_dropped_at_once() {
        added("portal");
        desk.rotate("portal", witness);
        desk.forgetOld("portal", witness);
        carrier.carry(notice("portal"));

        assertEquals(1, signatures(0));
        assertEquals(List.of("portal", "portal", "portal old secret dropped"), seen);
    }

    @Test
    void a_paused_endpoint_is_not_called_and_gets_what_it_missed_when_it_goes_on() {
        added("portal");
        desk.pause("portal", witness);
        desk.pause("portal", witness);
        announce();
        assertTrue(put.stream().anyMatch(notice -> notice.endpoint().equals("portal")));
        assertEquals(new Delivery.Refused("the endpoint is paused"), carrier.carry(notice("portal")));
        assertEquals(List.of(), peer.requests());
        long at = clock.instant().toEpochMilli();
        database.ledger().commit(tx -> tx.run(DEAD, 7, bytes("portal"), bytes("evt_7\n{}"), at) > 0);
        database.ledger().commit(tx -> tx.run(DEAD, 8, bytes("portal"), bytes("evt_8\n{}"), at - 99_000) > 0);

        assertEquals(1, desk.resume("portal", witness));
        assertEquals(1, standing("portal").waiting());
        assertEquals(1, standing("portal").dead(), "what was given up before the pause");
        assertEquals(List.of("portal", "portal paused", "portal resumed"), seen);
        assertEquals(new Delivery.Sent(""), carrier.carry(notice("portal")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_test_goes_at_once_and_touches_nothing_but_the_log() {
        added("portal");
        desk.pause("portal", witness);
        peer.behave(out -> out.write("HTTP/1.1 500 No\r\ncontent-length: 18\r\n\r\n<b>no such</b> \u0007:-("
                .getBytes(StandardCharsets.UTF_8)));

        var attempt = carrier.tryOut("portal", witness);

        assertEquals(500, attempt.status());
        assertEquals(Result.GIVEN_UP, attempt.result());
        assertEquals("<b>no such</b>  :-(".substring(0, 18), attempt.answer());
        assertEquals(List.of(attempt.eventId()), log("portal").stream().map(Attempt::eventId).toList());
        assertEquals("webhook.test", log("portal").getFirst().type());
        assertEquals(Optional.empty(), standing("portal").state());
    }

    @Test
    void every_attempt_stands_in_the_log_with_how_the_answer_began_and_goes_after_its_time() {
        added("portal");
        peer.behave(out -> out.write("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nthank"
                .getBytes(StandardCharsets.UTF_8)));
        carrier.carry(notice("portal"));
        peer.behave(StubServer.status(503));
        carrier.carry(notice("portal"));
        peer.close();
        carrier.carry(notice("portal"));

        var log = log("portal");
        assertEquals(List.of(0, 503, 200), log.stream().map(Attempt::status).toList());
        assertEquals(List.of(Result.AGAIN, Result.AGAIN, Result.SENT),
                log.stream().map(Attempt::result).toList());
        assertEquals(List.of("the connection failed", "", "thank"),
                log.stream().map(Attempt::answer).toList());
        assertEquals("release.published", log.getFirst().type());
        assertEquals(2, hooks.attempts("portal", Long.MAX_VALUE, 2).size());
        assertEquals(3, hooks.forget(clock.instant().plusMillis(1), true));
        assertEquals(3, hooks.forget(clock.instant().plusMillis(1), false));
        assertEquals(List.of(), log("portal"));
    }

    @Test
    void five_days_of_failures_disable_it_are_told_and_delete_nothing() {
        added("portal");
        peer.behave(StubServer.status(500));
        carrier.carry(notice("portal"));
        clock.pass(HookCarrier.GIVEN_UP_AFTER);
        assertInstanceOf(Delivery.Refused.class, carrier.carry(notice("portal")));

        assertEquals(List.of("portal", "portal"), seen);
        assertTrue(standing("portal").disabledAt().isPresent());
        assertEquals(2, log("portal").size());
        peer.behave(StubServer.status(200));
        hooks.enable("portal", witness);
        assertEquals(new Delivery.Sent(""), carrier.carry(notice("portal")));
    }

    @Test
    void what_is_removed_leaves_nothing_behind() {
        added("portal");
        peer.behave(StubServer.status(500));
        carrier.carry(notice("portal"));
        database.ledger().commit(tx -> tx.run(DEAD, 7, bytes("portal"), bytes("evt_7\n{}"), 0) > 0);

        desk.remove("portal", witness);

        assertEquals(Optional.empty(), hooks.standing("portal"));
        for (var count : List.of("SELECT count(*) FROM hook_managed", "SELECT count(*) FROM hook_delivery",
                "SELECT count(*) FROM hook_endpoint", "SELECT count(*) FROM dead_letter")) {
            assertEquals(0L, database.<Long>read(tx -> tx.number(count)), count);
        }
        assertInstanceOf(Delivery.Refused.class, carrier.carry(notice("portal")));
        added("portal");
    }

    @Test
    void those_of_the_settings_are_not_changed_here() {
        assertThrows(IllegalArgumentException.class, () -> desk.rotate("archive", witness));
        assertThrows(IllegalArgumentException.class, () -> desk.remove("archive", witness));
        assertThrows(IllegalArgumentException.class, () -> desk.pause("archive", witness));
        assertThrows(IllegalArgumentException.class, () -> desk.choose("archive", RELEASES, witness));
        assertTrue(standing("archive").fixed());
        assertEquals(List.of(), seen);
    }

    @Test
    void events_are_chosen_anew() {
        added("portal");
        assertFalse(desk.choose("portal", Set.of(), witness));
        assertFalse(desk.choose("portal", Set.of("opinion.filed"), witness));
        assertTrue(desk.choose("portal", Set.of("digest.weekly"), witness));
        announce();

        assertEquals(List.of("archive"), put.stream().map(Parcel.Notice::endpoint).toList());
        assertEquals(Set.of("digest.weekly"), standing("portal").events());
    }
}
