package vn.gopy.channel.telegram;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import vn.gopy.channel.telegram.Answer.Silence;
import vn.gopy.config.Secret;

/// The line to the Bot API. The token is in every address, so no address and no exception of the client
/// leaves this class.
final class BotApi implements AutoCloseable {
    /// The methods we call.
    enum Method {
        GET_ME("getMe"), GET_UPDATES("getUpdates"), SET_WEBHOOK("setWebhook"), GET_WEBHOOK_INFO(
                "getWebhookInfo"),
        DELETE_WEBHOOK("deleteWebhook"), SEND_MESSAGE("sendMessage"), SEND_POLL("sendPoll"),
        STOP_POLL("stopPoll"), SEND_PHOTO("sendPhoto"), EDIT_MESSAGE(
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

    private final String host;
    private final Map<Method, String> paths = new EnumMap<>(Method.class);
    private final Patience patience;
    private final ApiLines lines;

    private BotApi(URI api, Secret token, Patience patience) {
        this.patience = patience;
        host = api.getRawAuthority();
        for (var method : Method.values()) {
            paths.put(method, api.getRawPath() + "/bot" + token.value() + "/" + method.word);
        }
        lines = ApiLines.to(api, patience);
    }

    /// Opens no connection yet. A request is never sent again by itself: a repeat is the outbox's decision.
    static BotApi open(String api, Secret token, Patience patience) {
        return new BotApi(URI.create(api), token, patience);
    }

    /// Calls a method with a JSON body. Blocks; throws nothing.
    <R> Answer<R> call(Method method, byte[] json, AnswerReader.Result<R> wanted) {
        return call(method, request(method, json, "application/json"), wanted);
    }

    /// The same with a file in the body.
    <R> Answer<R> call(Method method, Multipart form, AnswerReader.Result<R> wanted) {
        return call(method, request(method, form.body(), form.type()), wanted);
    }

    private <R> Answer<R> call(Method method, ClassicHttpRequest request, AnswerReader.Result<R> wanted) {
        ApiLine line;
        try {
            line = lines.take(method == Method.GET_UPDATES ? patience.poll() : patience.call());
        } catch (IOException _) {
            // The exception's text may hold the address.
            return new Silence<>(false, "telegram cannot be reached for " + method.word);
        }
        try {
            return read(line.exchange(request), wanted);
        } catch (IOException _) {
            return new Silence<>(true, (line.isCut()
                    ? "telegram did not answer in time to "
                    : "telegram hung up on ") + method.word);
        } finally {
            lines.giveBack(line);
        }
    }

    private ClassicHttpRequest request(Method method, byte[] body, String type) {
        var request = new BasicClassicHttpRequest("POST", paths.get(method));
        request.addHeader("Host", host);
        request.addHeader("Content-Type", type);
        request.addHeader("Content-Length", Integer.toString(body.length));
        request.setEntity(new ByteArrayEntity(body, null));
        return request;
    }

    private static <R> Answer<R> read(ApiLine.Raw raw, AnswerReader.Result<R> wanted) {
        return new AnswerReader<>(wanted).read(raw.status(),
                raw.retryAfter().isEmpty() ? Answer.NONE : seconds(raw.retryAfter()), raw.body());
    }

    private static long seconds(String header) {
        return header.matches("[0-9]{1,6}") ? Long.parseLong(header) : Answer.NONE;
    }

    /// Closes the connections that nobody uses. Messages under way are finished: cut off, nobody would know
    /// whether they arrived.
    @Override
    public void close() {
        lines.close();
    }
}
