package vn.gopy.channel.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import vn.gopy.channel.telegram.Answer.Garbled;
import vn.gopy.channel.telegram.Answer.Silence;
import vn.gopy.config.Secret;

/// The line to the Bot API. The token is in every address, so no address and no exception of the client
/// leaves this class.
final class BotApi implements AutoCloseable {
    /// The methods we call.
    enum Method {
        GET_ME("getMe"), GET_UPDATES("getUpdates"), SET_WEBHOOK("setWebhook"), GET_WEBHOOK_INFO(
                "getWebhookInfo"),
        DELETE_WEBHOOK("deleteWebhook"), SEND_MESSAGE("sendMessage"), EDIT_MESSAGE(
                "editMessageText"),
        ANSWER_PRESS("answerCallbackQuery"), GET_COMMANDS(
                "getMyCommands"),
        SET_COMMANDS("setMyCommands"), GET_DESCRIPTION(
                "getMyDescription"),
        SET_DESCRIPTION(
                "setMyDescription"),
        GET_SHORT_DESCRIPTION(
                "getMyShortDescription"),
        SET_SHORT_DESCRIPTION(
                "setMyShortDescription");

        final String word;

        Method(String word) {
            this.word = word;
        }
    }

    /// How long to wait: for the connection, for a whole call, and beyond the server's own patience when
    /// polling.
    record Patience(Duration connect, Duration call, Duration poll) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15),
                Duration.ofSeconds(65));
    }

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LARGEST_ANSWER = 16_000_000;
    private static final int IDLE_CONNECTIONS = 64;

    private final Map<Method, HttpUrl> addresses = new EnumMap<>(Method.class);
    private final OkHttpClient client;
    private final Patience patience;
    private final CallWatch watch;

    private BotApi(OkHttpClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
        watch = CallWatch.start(patience.call());
    }

    /// Opens no connection yet. A request is never sent again by the client itself: a repeat is the outbox's
    /// decision.
    static BotApi open(String api, Secret token, Patience patience) {
        var client = new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 45, TimeUnit.SECONDS))
                .connectTimeout(patience.connect()).readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO)
                .fastFallback(false).retryOnConnectionFailure(false).followRedirects(false)
                .followSslRedirects(false).build();
        var line = new BotApi(client, patience);
        for (var method : Method.values()) {
            line.addresses.put(method, HttpUrl.get(api + "/bot" + token.value() + "/" + method.word));
        }
        return line;
    }

    /// Calls a method with a JSON body. Blocks; throws nothing.
    <R> Answer<R> call(Method method, byte[] json, AnswerReader.Result<R> wanted) {
        var letter = new Body(json);
        var request = new Request.Builder().url(Objects.requireNonNull(addresses.get(method)))
                .header("Accept-Encoding", "identity").post(letter).build();
        var call = client.newCall(request);
        watch.add(call, method == Method.GET_UPDATES ? patience.poll() : patience.call());
        try (Response response = call.execute()) {
            return read(response, wanted);
        } catch (IOException _) {
            // The exception's text may hold the address, and with it the token.
            return new Silence<>(letter.begun, silence(call, letter.begun) + method.word);
        } finally {
            watch.remove(call);
        }
    }

    private static String silence(Call call, boolean begun) {
        if (call.isCanceled()) {
            return "telegram did not answer in time to ";
        }
        return begun ? "telegram hung up on " : "telegram cannot be reached for ";
    }

    private static <R> Answer<R> read(Response response, AnswerReader.Result<R> wanted) throws IOException {
        long retryAfter = seconds(response.header("Retry-After"));
        ResponseBody body = response.body();
        var source = body.source();
        if (source.request(LARGEST_ANSWER + 1)) {
            return new Garbled<>(response.code(), retryAfter);
        }
        return new AnswerReader<>(wanted).read(response.code(), retryAfter,
                source.getBuffer().readByteArray());
    }

    private static long seconds(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,6}") ? Long.parseLong(header) : Answer.NONE;
    }

    /// Closes the connections that nobody uses. Messages under way are finished: cut off, nobody would know
    /// whether they arrived.
    @Override
    public void close() {
        watch.close();
        client.connectionPool().evictAll();
    }

    /// A request body that knows whether it began to leave.
    private static final class Body extends RequestBody {
        private final byte[] json;
        private volatile boolean begun;

        Body(byte[] json) {
            this.json = json;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            begun = true;
            sink.write(json);
        }
    }
}
