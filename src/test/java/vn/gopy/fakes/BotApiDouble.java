package vn.gopy.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A strict Bot API on this machine: it refuses what the real one refuses, remembers what it was asked, and
/// goes wrong on demand.
public final class BotApiDouble implements AutoCloseable {
    /// The token it knows.
    public static final String TOKEN = "123456:the-token-of-the-tests";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Queue<Fault>> next = new ConcurrentHashMap<>();
    private final Map<String, Fault> always = new ConcurrentHashMap<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Chats chats = new Chats();
    private final PostedPolls polls = new PostedPolls(chats);
    private final BotProfile profile = new BotProfile();
    private final UpdateQueue updates = new UpdateQueue();

    /// One call that arrived, whatever became of it.
    public record Call(String method, JsonNode body) {}

    private BotApiDouble(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /// Opens one on a free port.
    public static BotApiDouble open() {
        return open(0);
    }

    public static BotApiDouble open(int port) {
        try {
            return new BotApiDouble(port);
        } catch (IOException taken) {
            throw new UncheckedIOException("could not open the Bot API double", taken);
        }
    }

    /// What the setting `telegram-api` must be.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// The chats it knows, and what was sent to each.
    public Chats chats() {
        return chats;
    }

    /// The polls that it posted.
    public PostedPolls polls() {
        return polls;
    }

    /// The webhook, commands and descriptions that were set.
    public BotProfile profile() {
        return profile;
    }

    /// The updates that wait to be polled.
    public UpdateQueue updates() {
        return updates;
    }

    /// Drops calls and messages so far, for loads that are longer than the memory is large.
    public void forget() {
        calls.clear();
        chats.forget();
    }

    /// The next call of a method meets this fault; several are met in order.
    public void next(String method, Fault fault) {
        next.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    /// Every call of a method meets this fault, until [#mend].
    public void always(String method, Fault fault) {
        always.put(method, fault);
    }

    public void mend() {
        always.clear();
        next.clear();
    }

    /// All calls in the order of their arrival.
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public long count(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).count();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!path.startsWith("/bot" + TOKEN + "/")) {
                var known = path.matches("/bot[0-9]+:[A-Za-z0-9_-]+/[A-Za-z]+");
                write(exchange, known ? failure(401, "Unauthorized") : failure(404, "Not Found"));
                return;
            }
            var method = path.substring(path.lastIndexOf('/') + 1);
            var call = new Call(method, body(exchange, body));
            calls.add(call);
            meet(exchange, call, fault(method));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode body(HttpExchange exchange, byte[] body) throws IOException {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null && FormData.is(type)) {
            return FormData.read(type, body);
        }
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }

    private @Nullable Fault fault(String method) {
        var once = next.getOrDefault(method, new ArrayDeque<>()).poll();
        return once == null ? always.get(method) : once;
    }

    private void meet(HttpExchange exchange, Call call, @Nullable Fault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case null -> write(exchange, answer(call));
            case Fault.Answers answers -> write(exchange, answers);
            case Fault.Hangs() -> closed.await();
            case Fault.HangsUp(boolean done) -> {
                if (done) {
                    answer(call);
                }
            }
            case Fault.Stalls() -> {
                var half = answer(call).body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, half.length);
                exchange.getResponseBody().write(half, 0, half.length / 2);
                exchange.getResponseBody().flush();
                closed.await();
            }
            case Fault.BreaksOff() -> {
                var whole = answer(call);
                write(exchange, new Fault.Answers(whole.status(), whole.type(),
                        whole.body().substring(0, whole.body().length() / 2), ""));
            }
        }
    }

    private static void write(HttpExchange exchange, Fault.Answers answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private Fault.Answers answer(Call call) throws InterruptedException {
        try {
            var result = result(call.method(), call.body());
            return new Fault.Answers(200, "application/json", "{\"ok\":true,\"result\":" + result + "}", "");
        } catch (StrictHtml.Refused refused) {
            return failure(400, String.valueOf(refused.getMessage()));
        } catch (UpdateQueue.Conflict conflict) {
            return failure(409, String.valueOf(conflict.getMessage()));
        } catch (Chats.Forbidden forbidden) {
            return failure(403, String.valueOf(forbidden.getMessage()));
        }
    }

    private String result(String method, JsonNode body) throws InterruptedException {
        return switch (method) {
            case "getMe" -> """
                    {"id":123456,"is_bot":true,"first_name":"Góp Ý","username":"gopy_bot"}""";
            case "getUpdates" -> updates.answer(body, profile.webhook().isEmpty());
            case "sendMessage" -> chats.send(body);
            case "sendPhoto" -> chats.photo(body);
            case "sendPoll" -> polls.send(body);
            case "stopPoll" -> polls.stop(body);
            case "editMessageText" -> chats.edit(body);
            case "answerCallbackQuery" -> chats.answerPress(body);
            default -> profile.answer(method, body);
        };
    }

    private static Fault.Answers failure(int code, String description) {
        var body = JSON.createObjectNode().put("ok", false).put("error_code", code).put("description",
                description);
        return new Fault.Answers(code, "application/json", body.toString(), "");
    }

    @Override
    public void close() {
        closed.countDown();
        updates.close();
        server.stop(0);
    }
}
