package vn.gopy.fakes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The side of Telegram that delivers to a webhook, with its rules: one queue a chat in which the head holds
/// up the rest, presses in queues of their own, a failure tried again at once and then after 2, 4 … 60 s or
/// as `Retry-After` says, and given up when the update is too old. Time passes only when a test says so.
public final class WebhookQueue implements AutoCloseable {
    private static final Duration MESSAGE_LIFE = Duration.ofHours(24);
    private static final Duration PRESS_LIFE = Duration.ofSeconds(150);
    private static final long LONGEST_WAIT = 60;

    private final URI webhook;
    private final String secret;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Deque<Waiting>> queues = new LinkedHashMap<>();
    private final List<String> delivered = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private final Set<Long> losesAnswer = new HashSet<>();
    private Duration now = Duration.ZERO;
    private int expired;

    private static final class Waiting {
        private final long updateId;
        private final String json;
        private final Duration expires;
        private Duration due;
        private int failures;

        Waiting(long updateId, String json, Duration due, Duration life) {
            this.updateId = updateId;
            this.json = json;
            this.due = due;
            expires = due.plus(life);
        }
    }

    /// Delivers to this address, showing this secret.
    public WebhookQueue(URI webhook, String secret) {
        this.webhook = webhook;
        this.secret = secret;
    }

    /// A message or an edit, behind those of the same chat.
    public void message(long updateId, long chat, String json) {
        put("chat " + chat, new Waiting(updateId, json, now, MESSAGE_LIFE));
    }

    /// A pressed button, behind those of the same person.
    public void press(long updateId, long person, String json) {
        put("press " + person, new Waiting(updateId, json, now, PRESS_LIFE));
    }

    private void put(String queue, Waiting update) {
        queues.computeIfAbsent(queue, _ -> new ArrayDeque<>()).add(update);
    }

    /// The next answer for this update gets lost on its way: Telegram will deliver it again.
    public void loseAnswer(long updateId) {
        losesAnswer.add(updateId);
    }

    /// Lets time pass and delivers what becomes due meanwhile.
    public void pass(Duration time) throws IOException, InterruptedException {
        var end = now.plus(time);
        for (var next = nextDue(end); next != null; next = nextDue(end)) {
            now = next.compareTo(now) > 0 ? next : now;
            deliverDue();
        }
        now = end;
        deliverDue();
    }

    private @org.jspecify.annotations.Nullable Duration nextDue(Duration end) {
        return queues.values().stream().filter(queue -> !queue.isEmpty()).map(queue -> queue.getFirst().due)
                .filter(due -> due.compareTo(end) <= 0).min(Duration::compareTo).orElse(null);
    }

    /// Delivers whatever is due now, queue by queue.
    public void deliverDue() throws IOException, InterruptedException {
        for (var queue : queues.values()) {
            while (!queue.isEmpty() && queue.getFirst().due.compareTo(now) <= 0) {
                attempt(queue);
            }
        }
    }

    private void attempt(Deque<Waiting> queue) throws IOException, InterruptedException {
        var head = queue.getFirst();
        var answer = post(head.json);
        statuses.add(answer.statusCode());
        boolean lost = losesAnswer.remove(head.updateId);
        if (answer.statusCode() / 100 == 2 && !lost) {
            if (answer.body().contains("\"method\"")) {
                throw new IllegalStateException("the answer would be executed as a call");
            }
            delivered.add(head.json);
            queue.removeFirst();
            return;
        }
        head.due = now.plus(Duration.ofSeconds(wait(answer, head.failures++)));
        if (head.due.compareTo(head.expires) > 0) {
            queue.removeFirst();
            expired++;
        }
    }

    private static long wait(HttpResponse<String> answer, int failures) {
        var asked = answer.headers().firstValueAsLong("Retry-After");
        if (asked.isPresent()) {
            return Math.min(asked.getAsLong(), 3600);
        }
        return failures == 0 ? 0 : Math.min(LONGEST_WAIT, 1L << Math.min(failures, 6));
    }

    private HttpResponse<String> post(String json) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(webhook).timeout(Duration.ofSeconds(60))
                .version(HttpClient.Version.HTTP_1_1).header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)).build(),
                BodyHandlers.ofString());
    }

    /// What was delivered and acknowledged, in that order.
    public List<String> delivered() {
        return List.copyOf(delivered);
    }

    /// Every status that was answered, in order.
    public List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    /// How many updates were given up because they became too old.
    public int expired() {
        return expired;
    }

    public int waiting() {
        return queues.values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public void close() {
        client.close();
    }
}
