package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.BotApi.Method;
import vn.gopy.chat.Inbox.Heard;
import vn.gopy.metrics.Metrics;

/// Asks Telegram for updates, again and again. An update is confirmed to Telegram only after the inbox has
/// recorded it; whatever goes wrong, the loop waits and goes on.
final class LongPolling {
    private static final Logger LOG = LoggerFactory.getLogger(LongPolling.class);
    private static final int PATIENCE_SECONDS = 50;
    private static final Duration AFTER_CONFLICT = Duration.ofSeconds(15);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);
    private static final Duration AFTER_NOTHING_READ = Duration.ofSeconds(5);

    private final BotApi api;
    private final UpdateReader reader;
    private final Intake intake;
    private final Metrics metrics;
    private final Rest rest;
    private final Ladder ladder = new Ladder();
    private long offset;
    private boolean prepared;

    LongPolling(BotApi api, UpdateReader reader, Intake intake, Metrics metrics, Rest rest) {
        this.api = api;
        this.reader = reader;
        this.intake = intake;
        this.metrics = metrics;
        this.rest = rest;
    }

    /// Polls until its thread is interrupted.
    void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                rest.rest(round());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) { // polling survives any fault
                LOG.atError().addKeyValue("fault", fault.getClass().getName())
                        .log("polling goes on after a fault");
                metrics.count("gopy_telegram_poll_faults_total");
                pause(ladder.next());
            }
        }
    }

    private void pause(Duration time) {
        try {
            rest.rest(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One question and what it brought. Returns how long to wait before the next.
    Duration round() {
        if (!prepared) {
            var wait = prepare();
            if (!wait.isZero()) {
                return wait;
            }
        }
        var batch = new Batch();
        var answer = api.call(Method.GET_UPDATES, question(), batch);
        if (answer instanceof Said<Boolean> said && said.ok()) {
            ladder.reset();
            return after(batch);
        }
        // What was recorded before the answer broke off stays confirmed; the rest is asked for again.
        boolean stopped = Thread.currentThread().isInterrupted();
        return batch.progress || stopped ? Duration.ZERO : trouble(answer);
    }

    /// Telegram gives no updates by polling while a webhook is set.
    private Duration prepare() {
        var info = api.call(Method.GET_WEBHOOK_INFO, Requests.NOTHING, AnswerReader.TREE);
        if (!(info instanceof Said<JsonNode> said) || !said.ok()) {
            return trouble(info);
        }
        if (said.result().map(result -> result.path("url").asText().isEmpty()).orElse(true)) {
            prepared = true;
            return Duration.ZERO;
        }
        LOG.info("telegram: a webhook is set; it is removed, because updates are polled now");
        var removed = api.call(Method.DELETE_WEBHOOK, Requests.NOTHING, AnswerReader.TREE);
        if (removed instanceof Said<JsonNode> done && done.ok()) {
            prepared = true;
            return Duration.ZERO;
        }
        return trouble(removed);
    }

    private byte[] question() {
        return Requests.object(json -> {
            if (offset != 0) {
                json.writeNumberField("offset", offset);
            }
            json.writeNumberField("timeout", PATIENCE_SECONDS);
            Registration.writeKinds(json);
        });
    }

    private Duration after(Batch batch) {
        if (batch.waitSeconds > 0) {
            return Duration.ofSeconds(batch.waitSeconds);
        }
        if (batch.seen == 0) {
            // All before the offset is confirmed now. Asking without one bears that ids start anew after a
            // week without updates.
            offset = 0;
        }
        return batch.seen > 0 && !batch.progress ? AFTER_NOTHING_READ : Duration.ZERO;
    }

    private Duration trouble(Answer<?> answer) {
        metrics.count("gopy_telegram_poll_failures_total");
        LOG.atWarn().addKeyValue("answer", answer.account()).log("telegram: polling must wait");
        return switch (answer) {
            case Said<?> said when said.code() == 409 -> {
                LOG.warn(
                        "telegram: another instance polls, or a webhook was set: stop one of them");
                yield AFTER_CONFLICT;
            }
            case Said<?> said when said.code() == 401 || said.code() == 404 -> {
                LOG.error("telegram: the token or the address of the Bot API is wrong: check the settings");
                yield AFTER_REFUSAL;
            }
            case Said<?> said when said.retryAfter() > 0 ->
                Duration.ofSeconds(Math.min(said.retryAfter(), 3600));
            case Answer.Garbled<?> garbled when garbled.retryAfter() > 0 -> Duration
                    .ofSeconds(Math.min(garbled.retryAfter(), 3600));
            default -> ladder.next();
        };
    }

    /// The updates of one answer, each taken as soon as it is read.
    private final class Batch implements AnswerReader.Result<Boolean> {
        private int seen;
        private int waitSeconds;
        private boolean progress;

        @Override
        public Boolean read(JsonParser json, JsonToken first) throws IOException {
            if (first != JsonToken.START_ARRAY) {
                return false;
            }
            for (var value = json.nextToken(); value != JsonToken.END_ARRAY; value = json.nextToken()) {
                seen++;
                if (value == JsonToken.START_OBJECT && waitSeconds == 0) {
                    update(json);
                }
                json.skipChildren();
            }
            return true;
        }

        private void update(JsonParser json) throws IOException {
            var form = new UpdateForm();
            try {
                take(form, reader.read(json, form));
            } catch (IOException broken) {
                if (form.updateId != UpdateForm.NONE) {
                    take(form, reader.beyondLimits(form));
                }
                throw broken;
            }
        }

        private void take(UpdateForm form, Verdict verdict) {
            var heard = intake.take(verdict);
            if (heard instanceof Heard.Unavailable(int seconds)) {
                waitSeconds = Math.clamp(seconds, 1, 3600);
            } else if (form.updateId != UpdateForm.NONE) {
                offset = form.updateId + 1;
                progress = true;
            }
        }
    }
}
