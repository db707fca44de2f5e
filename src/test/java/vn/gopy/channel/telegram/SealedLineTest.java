package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.Answer.Silence;
import vn.gopy.channel.telegram.BotApi.Method;
import vn.gopy.config.Secret;

/// Calls go to whoever the certificate names and to nobody else: the address holds the token.
class SealedLineTest {
    private static final char[] PASSWORD = "only-in-tests".toCharArray();

    @TempDir
    Path folder;

    private SSLContext before;

    @BeforeEach
    void remember() throws Exception {
        before = SSLContext.getDefault();
    }

    @AfterEach
    void restore() {
        SSLContext.setDefault(before);
    }

    @Test
    void a_call_goes_over_a_sealed_line_and_the_next_one_over_the_same() throws Exception {
        var server = server("localhost");
        try (var api = api(server)) {
            for (int i = 0; i < 3; i++) {
                var said = assertInstanceOf(Said.class,
                        api.call(Method.GET_ME, Requests.NOTHING, AnswerReader.TREE));
                assertEquals(200, said.code());
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void row_37_a_peer_with_a_certificate_for_another_name_hears_nothing() throws Exception {
        var server = server("somebody.example");
        hearsNothing(server);
    }

    @Test
    void row_37_a_peer_with_a_certificate_that_nobody_trusts_hears_nothing() throws Exception {
        var server = server("localhost");
        SSLContext.setDefault(before);
        hearsNothing(server);
    }

    private static void hearsNothing(HttpsServer server) {
        try (var api = api(server)) {
            var silence = assertInstanceOf(Silence.class,
                    api.call(Method.GET_ME, Requests.NOTHING, AnswerReader.TREE));
            assertFalse(silence.written());
        } finally {
            server.stop(0);
        }
    }

    private static BotApi api(HttpsServer server) {
        var patience = Duration.ofSeconds(10);
        return BotApi.open("https://localhost:" + server.getAddress().getPort(), new Secret("42:TEST"),
                new BotApi.Patience(patience, patience, patience));
    }

    /// A server with a certificate for this name; from now on the default context trusts it.
    private HttpsServer server(String name) throws Exception {
        var store = KeyStore.getInstance(keys(name).toFile(), PASSWORD);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        SSLContext.setDefault(context);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/bot42:TEST/getMe", exchange -> {
            var body = "{\"ok\":true,\"result\":{\"id\":42}}".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Path keys(String name) throws Exception {
        var file = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "a", "-keyalg", "EC",
                "-dname", "CN=" + name, "-ext", "san=dns:" + name, "-storetype", "PKCS12", "-keystore",
                file.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile()).start().waitFor();
        assertEquals(0, made, () -> {
            try {
                return Files.readString(folder.resolve("keytool.log"));
            } catch (IOException gone) {
                return gone.toString();
            }
        });
        return file;
    }
}
