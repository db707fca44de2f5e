package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.BotApi.Method;
import vn.gopy.metrics.Metrics;

/// Tells Telegram where to deliver updates, when it does not know yet. Waiting updates are never dropped.
final class Registration {
    private static final List<String> KINDS = List.of("message", "edited_message", "callback_query",
            "my_chat_member", "poll");

    private final BotApi api;
    private final TelegramSettings settings;
    private final Metrics metrics;
    private volatile long pending;
    private volatile long lastError;
    private long agreedAbout = Long.MIN_VALUE;
    private boolean told;

    Registration(BotApi api, TelegramSettings settings, Metrics metrics) {
        this.api = api;
        this.settings = settings;
        this.metrics = metrics;
    }

    /// Shows how many updates wait at Telegram, and when it last failed to deliver one (epoch seconds).
    void showGauges() {
        metrics.gauge("gopy_telegram_pending_updates", () -> pending);
        metrics.gauge("gopy_telegram_last_error_seconds", () -> lastError);
    }

    /// Asks what Telegram knows, and registers the webhook only if it knows something else. The secret cannot
    /// be asked for: it is told anew once while two are accepted, and whenever Telegram complains that it was
    /// refused. Returns the answer that decided; it is well when the webhook stands.
    Answer<JsonNode> check() {
        var info = api.call(Method.GET_WEBHOOK_INFO, Requests.NOTHING, AnswerReader.TREE);
        if (!(info instanceof Said<JsonNode> said) || !said.ok() || said.result().isEmpty()) {
            return info;
        }
        var known = said.result().get();
        pending = known.path("pending_update_count").asLong();
        lastError = known.path("last_error_date").asLong();
        boolean rotating = settings.secrets().size() > 1 && !told;
        if (stands(known) && !rotating && !secretRefused(known)) {
            return info;
        }
        var answer = api.call(Method.SET_WEBHOOK, wish(), AnswerReader.TREE);
        if (answer instanceof Said<JsonNode> done && done.ok()) {
            told = true;
            agreedAbout = lastError;
        }
        return answer;
    }

    private boolean stands(JsonNode known) {
        var kinds = new HashSet<String>();
        known.path("allowed_updates").forEach(kind -> kinds.add(kind.asText()));
        return known.path("url").asText().equals(url()) && kinds.equals(Set.copyOf(KINDS))
                && known.path("max_connections").asInt() == settings.maxConnections();
    }

    private boolean secretRefused(JsonNode known) {
        return known.path("last_error_message").asText().contains("401") && lastError > agreedAbout;
    }

    private String url() {
        return settings.publicUrl() + TelegramWebhook.PATH;
    }

    private byte[] wish() {
        return Requests.object(json -> {
            json.writeStringField("url", url());
            json.writeStringField("secret_token", settings.secrets().getFirst().value());
            json.writeNumberField("max_connections", settings.maxConnections());
            writeKinds(json);
        });
    }

    /// Writes which kinds of update we want.
    static void writeKinds(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("allowed_updates");
        for (var kind : KINDS) {
            json.writeString(kind);
        }
        json.writeEndArray();
    }
}
