package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Chats.Sent;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.TelegramUpdates.Numbered;
import vn.gopy.fakes.WebhookQueue;

/// Somebody with a phone: reads what the bot says, types, presses buttons by what they say.
final class TelegramResident {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long chat;
    private final BotApiDouble api;
    private final TelegramUpdates updates;
    private final Delivery delivery;

    TelegramResident(long chat, BotApiDouble api, TelegramUpdates updates, Delivery delivery) {
        this.chat = chat;
        this.api = api;
        this.updates = updates;
        this.delivery = delivery;
        api.chats().know(chat);
    }

    /// How an update reaches the house.
    interface Delivery {
        void message(Numbered update, long chat) throws Exception;

        void press(Numbered update, long chat) throws Exception;

        /// Whether everything that must go out has gone out.
        boolean quiet();

        /// By a webhook's queue, into a house in this process.
        static Delivery by(WebhookQueue telegram, RunningHouse house) {
            return new Delivery() {
                @Override
                public void message(Numbered update, long chat) throws Exception {
                    telegram.message(update.updateId(), chat, update.json());
                    telegram.deliverDue();
                }

                @Override
                public void press(Numbered update, long chat) throws Exception {
                    telegram.press(update.updateId(), chat, update.json());
                    telegram.deliverDue();
                }

                @Override
                public boolean quiet() {
                    return house.ground().outbox().waiting() == 0;
                }
            };
        }
    }

    /// Types a line and waits for the answer.
    Sent type(String text) throws Exception {
        int before = api.chats().in(chat).size();
        delivery.message(updates.text(chat, text), chat);
        waitUntil(() -> api.chats().in(chat).size() > before && delivery.quiet(), "no answer to: " + text);
        return last();
    }

    /// Presses the button of the last message that says so, and waits until something changes.
    Sent press(String label) throws Exception {
        var before = api.chats().in(chat);
        var payload = payload(last(), label).orElseThrow(() -> new AssertionError(
                "no button '" + label + "' under: " + last().text() + " " + last().keyboard()));
        delivery.press(updates.press(chat, last().messageId(), payload), chat);
        waitUntil(() -> !api.chats().in(chat).equals(before) && delivery.quiet(),
                "no answer to button: " + label);
        return last();
    }

    /// Gives an opinion to the end, as an impatient person does: presses whatever leads on. Returns the
    /// receipt.
    Sent speak(String opinion, String unit) throws Exception {
        var answer = type(opinion);
        for (int i = 0; i < 8 && !answer.text().contains("Biên nhận"); i++) {
            answer = onward(answer, unit);
        }
        assertTrue(answer.text().contains("Biên nhận"), () -> "no receipt after: " + api.chats().in(chat));
        return answer;
    }

    private Sent onward(Sent answer, String unit) throws Exception {
        for (var label : List.of("Đồng ý, góp ý", "Gửi", "Đúng")) {
            if (payload(answer, label).isPresent()) {
                return press(label);
            }
        }
        var units = labels(answer).stream().filter(label -> label.startsWith(unit)).toList();
        return units.isEmpty() ? type(unit) : press(units.getFirst());
    }

    Sent last() {
        return api.chats().in(chat).getLast();
    }

    private static Optional<String> payload(Sent sent, String label) throws Exception {
        return buttons(sent).stream().filter(button -> button.path("text").asText().equals(label))
                .map(button -> button.path("callback_data").asText()).findFirst();
    }

    private static List<String> labels(Sent sent) throws Exception {
        return buttons(sent).stream().map(button -> button.path("text").asText()).toList();
    }

    private static List<JsonNode> buttons(Sent sent) throws Exception {
        return sent.keyboard().isEmpty()
                ? List.of()
                : JSON.readTree(sent.keyboard()).findParents("callback_data");
    }

    static void waitUntil(BooleanSupplier done, String orElse) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, orElse);
            LockSupport.parkNanos(1_000_000); // whoever is waited for needs the processor
        }
    }
}
