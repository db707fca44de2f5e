package vn.gopy.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import vn.gopy.config.Secret;
import vn.gopy.config.Settings;

/// What stands for Telegram in a rehearsal: it says yes to everything, on this machine alone.
final class RehearsedTelegram implements AutoCloseable {
    /// What a webhook shows in a rehearsal.
    static final String SECRET = "rehearsal";
    private static final String TOKEN = "1:rehearsal";

    private final HttpServer server;

    private RehearsedTelegram(HttpServer server) {
        this.server = server;
    }

    static RehearsedTelegram open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", RehearsedTelegram::agree);
        server.start();
        return new RehearsedTelegram(server);
    }

    private static void agree(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var result = exchange.getRequestURI().getPath().endsWith("/sendMessage")
                    ? "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}"
                    : "true";
            var answer = ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /// The same settings with this as their Telegram, at no pace, and nothing of the operator's bot.
    Settings in(Settings settings) {
        var secrets = new HashMap<>(settings.secrets());
        secrets.put("telegram-token", new Secret(TOKEN));
        secrets.put("telegram-webhook-secret", new Secret(SECRET));
        var here = settings.with(Map.of("telegram-mode", "webhook", "telegram-api",
                "http://127.0.0.1:" + server.getAddress().getPort(), "telegram-messages-per-second", "0",
                "telegram-chat-messages-per-second", "0"));
        return new Settings(here.values(), secrets);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
