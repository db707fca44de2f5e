package vn.gopy.channel.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vn.gopy.config.Secret;
import vn.gopy.fakes.RememberingInbox;
import vn.gopy.metrics.Metrics;
import vn.gopy.web.Server;
import vn.gopy.web.WebSettings;

/// The webhook on a real server, before an inbox in memory, with somebody who knocks.
final class Door implements AutoCloseable {
    static final String SECRET = "the-secret-of-the-tests-is-this-one";
    static final String OLD_SECRET = "the-secret-of-the-tests-was-this-one";
    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final RememberingInbox inbox = new RememberingInbox();
    private final BotName bot = new BotName("42");
    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server;

    private Door() {
        bot.learn("gopy_bot");
        var webhook = new TelegramWebhook(List.of(new Secret(SECRET), new Secret(OLD_SECRET)),
                new UpdateReader(bot), new Intake(inbox, metrics), metrics);
        server = Server.start(new WebSettings("127.0.0.1", 0, ""), List.of(webhook));
    }

    static Door open() {
        return new Door();
    }

    RememberingInbox inbox() {
        return inbox;
    }

    Metrics metrics() {
        return metrics;
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        return send("POST", body, HEADER, SECRET);
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return send("POST", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> postChunked(byte[] body) throws IOException, InterruptedException {
        return client.send(request(HEADER, SECRET)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(headers).method(method, BodyPublishers.ofByteArray(body)).build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + TelegramWebhook.PATH))
                .timeout(Duration.ofSeconds(20)).version(HttpClient.Version.HTTP_1_1);
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
