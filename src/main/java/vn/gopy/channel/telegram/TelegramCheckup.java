package vn.gopy.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.BotApi.Method;
import vn.gopy.channel.telegram.TelegramSettings.Mode;

/// What an operator should know about the bot on Telegram, and what to mend. It changes nothing.
public final class TelegramCheckup {
    private static final int ADVISED_SECRET = 32;

    private final BotApi api;
    private final TelegramSettings settings;

    TelegramCheckup(BotApi api, TelegramSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    /// One thing that was looked at.
    ///
    /// @param well whether it is as it should be
    /// @param says what was found; when it is not well, also what to do
    public record Remark(boolean well, String says) {}

    /// Asks Telegram. Blocks for as long as two calls take.
    public List<Remark> look() {
        var remarks = new ArrayList<Remark>();
        secrets(remarks);
        var me = api.call(Method.GET_ME, Requests.NOTHING, AnswerReader.TREE);
        if (me instanceof Said<JsonNode> said && said.ok()) {
            remarks.add(new Remark(true, "telegram token belongs to @"
                    + said.result().map(bot -> bot.path("username").asText()).orElse("")));
            webhook(remarks);
        } else {
            remarks.add(new Remark(false, token(me)));
        }
        return List.copyOf(remarks);
    }

    private void secrets(List<Remark> remarks) {
        if (settings.mode() == Mode.WEBHOOK
                && settings.secrets().stream().anyMatch(one -> one.value().length() < ADVISED_SECRET)) {
            remarks.add(
                    new Remark(false, "telegram-webhook-secret is short: make one of 32 characters or more, "
                            + "for example with `openssl rand -hex 32`"));
        }
        if (settings.secrets().size() > 1) {
            remarks.add(
                    new Remark(false, "two webhook secrets are accepted: remove the old one when Telegram "
                            + "has used the new one for ten minutes"));
        }
    }

    private static String token(Answer<JsonNode> answer) {
        return switch (answer) {
            case Said<JsonNode> said when said.code() == 401 || said.code() == 404 ->
                "telegram does not know the "
                        + "token: copy it again from BotFather into telegram-token";
            case Said<JsonNode> said -> "telegram answered " + said.code() + " to getMe: try again later";
            default -> "telegram cannot be reached: check the network, a proxy, and telegram-api";
        };
    }

    private void webhook(List<Remark> remarks) {
        var info = api.call(Method.GET_WEBHOOK_INFO, Requests.NOTHING, AnswerReader.TREE);
        if (!(info instanceof Said<JsonNode> said) || !said.ok() || said.result().isEmpty()) {
            remarks.add(new Remark(false, "telegram did not tell the state of the webhook: try again later"));
            return;
        }
        var known = said.result().get();
        place(remarks, known.path("url").asText());
        long pending = known.path("pending_update_count").asLong();
        remarks.add(new Remark(pending < 100, pending + " updates wait at telegram"
                + (pending < 100
                        ? ""
                        : ": if the number grows, updates do not arrive or are heard too slowly")));
        if (known.hasNonNull("last_error_message")) {
            remarks.add(new Remark(false, "telegram last failed to deliver at epoch second "
                    + known.path("last_error_date").asLong() + " because: "
                    + printable(known.path("last_error_message").asText())));
        }
    }

    private void place(List<Remark> remarks, String url) {
        var wanted = settings.publicUrl().isEmpty() ? "" : settings.publicUrl() + TelegramWebhook.PATH;
        if (settings.mode() == Mode.POLLING) {
            remarks.add(url.isEmpty()
                    ? new Remark(true, "no webhook is set, updates are polled")
                    : new Remark(false,
                            "a webhook is set while telegram-mode is polling: the start removes it"));
        } else if (wanted.isEmpty()) {
            remarks.add(
                    new Remark(false, "public-url is empty: nothing is registered, telegram cannot deliver"));
        } else {
            remarks.add(url.equals(wanted)
                    ? new Remark(true, "the webhook is registered")
                    : new Remark(false,
                            "the webhook is not registered at " + wanted + ": start the service"));
        }
    }

    private static String printable(String message) {
        var line = message.replaceAll("[^ -~]", "?");
        return line.substring(0, Math.min(200, line.length()));
    }
}
