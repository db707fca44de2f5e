package vn.gopy.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Delivery;
import vn.gopy.db.Database;
import vn.gopy.fakes.NpmPackages;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.StubServer;
import vn.gopy.hook.EndpointDesk.Added;
import vn.gopy.hook.EndpointDesk.Wish;
import vn.gopy.outbox.Parcel;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.Signature;
import vn.gopy.wire.WireSettings;

/// What we send, verified by those who did not write it: the Java library of Standard Webhooks, and the stock npm
/// packages `standardwebhooks` and `svix` (contracts.md W2, W4).
class InteropTest {
    private static final Path SCRIPT = Path.of("src/test/resources/interop/verify.mjs");
    private static final String OTHER = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path folder;

    /// The stock libraries verify by the system's clock, so this one begins there.
    private final SettableClock clock = new SettableClock(Instant.now().toString());
    private final StubServer peer = StubServer.answering(200);
    private Database database;
    private EndpointDesk desk;
    private HookCarrier carrier;

    /// A delivery, as its receiver has it, and whether we sent it so.
    private record Captured(String what, boolean genuine, String secret, Map<String, String> headers,
            String body) {
        Captured {
            headers = Map.copyOf(headers);
        }

        Captured changed(String how, String header, String value) {
            var changed = new HashMap<>(headers);
            changed.put(header, value);
            return new Captured(how, false, secret, changed, body);
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        var endpoints = new Endpoints(new HookSettings(List.of()), new Safe(Keys.in(folder.resolve("keys"))),
                clock);
        var client = new GuardedClient(new WireSettings(Set.of(443), List.of(), true, "", 7070),
                Resolver.ofMachine(), clock);
        var hooks = new Hooks(endpoints, (_, _, _, _) -> {}, database, clock);
        desk = new EndpointDesk(endpoints, hooks, database, client::objectionNow);
        carrier = new HookCarrier(new HookCarrier.Parts(endpoints, client, database), clock,
                new SplittableRandom(1), Witness.NONE);
    }

    @AfterEach
    void close() {
        peer.close();
        database.close();
    }

    private static List<String> bodies() {
        var data = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            data.add("{\"words\":\"Đặc khu Vân Đồn, phường Hoành Bồ, xã Quảng Tân " + i + "\"}");
            data.add("{\"face\":\"😀🙂😐🙁😠👩‍👩‍👧‍👦🇻🇳 " + i + "\"}");
            data.add(Normalizer.normalize("{\"words\":\"Những điều khó nói ở Quảng Ninh " + i + "\"}",
                    Normalizer.Form.NFD));
        }
        for (int i = 0; i < 5; i++) {
            data.add("{}");
            data.add("{\"long\":\"" + "ữ😀a".repeat(2_900) + i + "\"}");
        }
        return data.stream().map(one -> "{\"type\":\"webhook.test\",\"data\":" + one + "}").toList();
    }

    private List<Captured> fifty() {
        var first = ((Added.Done) desk.add(new Wish("portal", peer.url(), Set.of("webhook.test")),
                Witness.NONE))
                .secret().value();
        var all = new ArrayList<Captured>();
        bodies().forEach(body -> all.add(captured("plain", first, body)));
        var second = desk.rotate("portal", Witness.NONE).value();
        bodies().subList(0, 10).forEach(body -> {
            var one = captured("rotating, old secret", first, body);
            all.add(one);
            all.add(new Captured("rotating, new secret", true, second, one.headers(), body));
        });
        return all;
    }

    private Captured captured(String what, String secret, String body) {
        int before = peer.requests().size();
        assertEquals(new Delivery.Sent(""),
                carrier.carry(new Parcel.Notice(1, "portal", Hooks.newId(), body, 0)));
        var request = peer.requests().get(before);
        assertEquals(body, request.body());
        return new Captured(what, true, secret,
                Map.of(Signature.ID, request.header(Signature.ID), Signature.TIMESTAMP,
                        request.header(Signature.TIMESTAMP), Signature.VALUES,
                        request.header(Signature.VALUES)),
                request.body());
    }

    /// Ten ways in which a delivery is not ours any more.
    private static List<Captured> mutations(Captured good, Captured another) {
        var values = String.valueOf(good.headers().get(Signature.VALUES));
        long timestamp = Long.parseLong(String.valueOf(good.headers().get(Signature.TIMESTAMP)));
        return List.of(
                new Captured("a letter of the body", false, good.secret(), good.headers(),
                        good.body().replaceFirst("Q", "q")),
                new Captured("a space more", false, good.secret(), good.headers(), good.body() + " "),
                new Captured("the end cut off", false, good.secret(), good.headers(),
                        good.body().substring(0, good.body().length() - 1)),
                new Captured("composed otherwise", false, good.secret(), good.headers(),
                        Normalizer.normalize(good.body(), Normalizer.Form.NFD)),
                new Captured("another secret", false, OTHER, good.headers(), good.body()),
                good.changed("another id", Signature.ID, String.valueOf(another.headers().get(Signature.ID))),
                good.changed("a second later", Signature.TIMESTAMP, Long.toString(timestamp + 1)),
                good.changed("long ago", Signature.TIMESTAMP, Long.toString(timestamp - 3_600)),
                good.changed("another version", Signature.VALUES, values.replace("v1,", "v2,")),
                good.changed("another's signature", Signature.VALUES,
                        String.valueOf(another.headers().get(Signature.VALUES))));
    }

    private List<Captured> all() {
        var all = fifty();
        var list = new ArrayList<>(all);
        list.addAll(mutations(all.getFirst(), all.get(3)));
        return list;
    }

    @Test
    void the_java_library_accepts_fifty_deliveries_and_refuses_ten_mutations() {
        var all = all();
        var wrong = all.stream().filter(one -> accepts(one) != one.genuine()).map(Captured::what).toList();

        System.out.printf("java standardwebhooks: %d genuine, %d mutated, %d decided wrong%n",
                all.stream().filter(Captured::genuine).count(),
                all.stream().filter(one -> !one.genuine()).count(), wrong.size());
        assertEquals(List.of(), wrong);
        assertEquals(50, peer.requests().size());
        assertEquals(10, all.stream().filter(one -> !one.genuine()).count());
    }

    private static boolean accepts(Captured one) {
        try {
            new Webhook(one.secret()).verify(one.body(), one.headers().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))));
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException _) {
            return false;
        }
    }

    @Test
    void the_npm_packages_do_so_too() throws Exception {
        var packages = NpmPackages.folder();
        assumeTrue(packages.isPresent(), "without node, npm and its registry nothing is verified here");
        var all = all();
        var file = folder.resolve("deliveries.json");
        Files.write(file, new JsonMapper().writeValueAsBytes(all));

        var told = NpmPackages.run(folder, "node", SCRIPT.toAbsolutePath().toString(),
                packages.get().toString(),
                file.toString());

        System.out.print(told);
        int genuine = (int) all.stream().filter(Captured::genuine).count();
        for (var name : List.of("standardwebhooks", "svix")) {
            assertTrue(told.contains(name + " " + genuine + " accepted 10 refused wrong []"), told);
        }
    }
}
