package vn.gopy.channel.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.config.Secret;
import vn.gopy.fakes.NpmPackages;
import vn.gopy.metrics.Metrics;
import vn.gopy.web.Server;
import vn.gopy.web.WebSettings;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;
import vn.gopy.wire.WireSettings;

/// `docs/channels.md` says what is true: its bridge runs, its examples are the format.
class BridgePageTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Path PAGE = Path.of("docs/channels.md");
    /// The system's, because the bridge of the page knows no other.
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    @Test
    void the_java_bridge_of_the_page_carries_both_ways() throws Exception {
        carries(this::java);
    }

    @Test
    void the_javascript_bridge_of_the_page_carries_both_ways() throws Exception {
        var packages = NpmPackages.folder();
        assumeTrue(packages.isPresent(), "without node, npm and its registry this bridge is not run");
        // it finds the packages in the folder that it lies in
        var script = packages.get().resolve("bridge-of-the-page.mjs");
        Files.writeString(script, only("js"));
        carries((ours, theirs) -> new Running(new ProcessBuilder("node", script.toString(),
                "http://127.0.0.1:" + ours + "/channels/zalo/messages", String.valueOf(theirs), SECRET)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start()));
    }

    @Test
    void each_has_twenty_lines_at_most() throws IOException {
        for (var language : List.of("java", "js")) {
            assertTrue(only(language).lines().count() <= 20, language);
        }
    }

    /// Starts a bridge between our port and its own.
    private interface Start {
        Running between(int ours, int theirs) throws IOException;
    }

    private void carries(Start start) throws Exception {
        var inbox = new FakeInbox();
        int port = freePort();
        var bridge = new Bridge("zalo", "http://127.0.0.1:" + port + "/reply",
                new Signer(SigningKey.of("channel-zalo-secret", new Secret(SECRET))));
        var door = new BridgeWebhook(new BridgeSettings(List.of(bridge)), inbox, CLOCK, new Metrics());
        try (var server = Server.start(new WebSettings("127.0.0.1", 0, ""), List.of(door));
                var running = start.between(server.port(), port)) {
            running.type("xã Lê Lợi giờ thuộc đâu");
            assertEquals("200", running.line());
            assertEquals(new Address("zalo", "me"), inbox.only().from());
            assertEquals(new Incoming.Typed("xã Lê Lợi giờ thuộc đâu"), inbox.only().content());

            var shipment = new Shipment("p1", inbox.only().from(), Reply.of("Nay thuộc Hạ Long ạ"), "", "");
            assertEquals(new Delivery.Sent("r-p1"),
                    new BridgeChannel(bridge, client(), CLOCK).send(shipment));
            assertEquals("Nay thuộc Hạ Long ạ",
                    new JsonMapper().readTree(running.line()).path("text").asText());
        }
    }

    private Running java(int ours, int theirs) throws IOException {
        var source = folder.resolve("Bridge.java");
        Files.writeString(source, only("java"));
        var jar = Path
                .of(URI.create(Webhook.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Running(new ProcessBuilder(java, "-Dstdin.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", jar.toString(), source.toString(),
                "http://127.0.0.1:" + ours + "/channels/zalo/messages", String.valueOf(theirs), SECRET)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    @Test
    void the_message_on_the_page_is_heard_as_it_stands() throws IOException {
        var message = BridgeMessage.read(blocks("json").getFirst().getBytes(StandardCharsets.UTF_8))
                .incoming("zalo", "msg_1", Instant.EPOCH);

        assertEquals(new Incoming.Typed("xã Lê Lợi giờ thuộc đâu"), message.content());
        assertEquals(Instant.parse("2026-11-23T01:00:00Z"), message.sentAt());
    }

    @Test
    void the_reply_on_the_page_has_the_fields_we_send() throws IOException {
        var shipment = new Shipment("p5521", new Address("zalo", "opaque-sender-id"),
                Reply.of("…").with(List.of(List.of(new Choice("Đúng", "…")))), "", "");

        assertEquals(json(blocks("json").get(1)),
                json(new String(BridgeReply.body(shipment), StandardCharsets.UTF_8)));
    }

    @Test
    void every_status_we_answer_stands_on_the_page() throws IOException {
        var page = Files.readString(PAGE);

        for (var status : Set.of("200", "400", "401", "408", "413", "415", "503")) {
            assertTrue(page.contains(status), status);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }

    private static String only(String language) throws IOException {
        assertEquals(1, blocks(language).size());
        return blocks(language).getFirst();
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE)).results().map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static GuardedClient client() {
        return new GuardedClient(new WireSettings(new HashSet<>(), List.of(), true, "", 7070),
                Resolver.ofMachine(), CLOCK);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /// A bridge at work.
    private record Running(Process process, BufferedReader out) implements AutoCloseable {
        Running(Process process) {
            this(process, process.inputReader(StandardCharsets.UTF_8));
        }

        void type(String line) throws IOException {
            var in = process.outputWriter(StandardCharsets.UTF_8);
            in.write(line + "\n");
            in.flush();
        }

        String line() throws IOException {
            var line = out.readLine();
            return line == null ? "(the bridge ended)" : line;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
