package vn.gopy.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.BotApi.Method;

/// Arranges everything with Telegram in the background: the start never waits for it, and a failure is tried
/// again. Afterwards it looks after the webhook once a minute.
final class TelegramSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramSetup.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(60);

    private final Rest rest;
    private final List<Task> tasks;
    private final boolean watches;

    /// One thing to arrange; it may be done again at any time.
    record Task(String name, Supplier<Answer<JsonNode>> work) {}

    /// Does the tasks in order. `watches` tells whether the last one is done again each minute.
    TelegramSetup(List<Task> tasks, boolean watches, Rest rest) {
        this.tasks = List.copyOf(tasks);
        this.watches = watches;
        this.rest = rest;
    }

    /// Learns the name of the bot, which commands in groups and deep links need.
    static Task greeting(BotApi api, BotName name) {
        return new Task("bot name", () -> {
            var answer = api.call(Method.GET_ME, Requests.NOTHING, AnswerReader.TREE);
            if (answer instanceof Said<JsonNode> said && said.ok()) {
                said.result().ifPresent(me -> name.learn(me.path("username").asText()));
            }
            return answer;
        });
    }

    /// Works until all is done, or its thread is interrupted. A task that fails holds up no other.
    void run() {
        var open = new LinkedHashSet<>(tasks);
        var ladder = new Ladder();
        try {
            while (!open.isEmpty()) {
                var wait = round(open);
                if (open.isEmpty()) {
                    LOG.debug("telegram: all is arranged");
                    ladder.reset();
                    wait = BETWEEN_LOOKS;
                } else {
                    wait = longer(wait, ladder.next());
                }
                if (watches) {
                    open.add(tasks.getLast());
                }
                if (!open.isEmpty()) {
                    rest.rest(wait);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tries every open task once, and closes those that work. Returns how long Telegram wants us to wait.
    private static Duration round(Set<Task> open) {
        var longest = Duration.ZERO;
        for (var task : List.copyOf(open)) {
            var wait = attempt(task);
            if (wait.isZero()) {
                open.remove(task);
            }
            longest = longer(longest, wait);
        }
        return longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// Zero when it worked, else how long Telegram wants us to wait at least.
    private static Duration attempt(Task task) {
        try {
            var answer = task.work().get();
            if (Introduction.well(answer)) {
                return Duration.ZERO;
            }
            LOG.atWarn().addKeyValue("task", task.name()).addKeyValue("answer", answer.account())
                    .log("telegram: not arranged yet, tried again later");
            long wait = answer instanceof Said<JsonNode> said ? said.retryAfter() : 1;
            return Duration.ofSeconds(Math.clamp(wait, 1, 3600));
        } catch (RuntimeException fault) { // the house works without; it is tried again
            LOG.atError().addKeyValue("task", task.name()).addKeyValue("fault", fault.getClass().getName())
                    .log("telegram: not arranged because of a fault");
            return Duration.ofSeconds(1);
        }
    }
}
