package vn.gopy.channel.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.channel.telegram.BotApi.Patience;
import vn.gopy.channel.telegram.TelegramSettings.Mode;
import vn.gopy.channel.telegram.TelegramSetup.Task;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Inbox;
import vn.gopy.metrics.Metrics;
import vn.gopy.text.Phrasebook;
import vn.gopy.web.Routes;

/// The whole Telegram room as the house sees it: a channel to send by, a door to hear at, and work in the
/// background.
public final class Telegram implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final TelegramSettings settings;
    private final Metrics metrics;
    private final BotApi api;
    private final Rest rest;
    private final BotName name;
    private final List<Thread> workers = new ArrayList<>();

    private Telegram(TelegramSettings settings, Metrics metrics, BotApi api, Rest rest) {
        this.settings = settings;
        this.metrics = metrics;
        this.api = api;
        this.rest = rest;
        name = BotName.ofToken(settings.token().orElseThrow().value());
    }

    /// Opens the room; nothing is sent or asked before [#start]. None when Telegram is off.
    public static Optional<Telegram> open(TelegramSettings settings, Metrics metrics) {
        return open(settings, metrics, Patience.USUAL, time -> Thread.sleep(time));
    }

    static Optional<Telegram> open(TelegramSettings settings, Metrics metrics, Patience patience, Rest rest) {
        if (settings.mode() == Mode.OFF) {
            return Optional.empty();
        }
        var api = BotApi.open(settings.api(), settings.token().orElseThrow(), patience);
        return Optional.of(new Telegram(settings, metrics, api, rest));
    }

    public Channel channel() {
        return new TelegramChannel(api, metrics, System::nanoTime);
    }

    /// The door for webhooks; none when updates are polled.
    public Optional<Routes> door(Inbox inbox) {
        return settings.mode() == Mode.WEBHOOK
                ? Optional.of(new TelegramWebhook(settings.secrets(), new UpdateReader(name),
                        new Intake(inbox, metrics), metrics))
                : Optional.empty();
    }

    /// Looks at the token and the webhook, for the operator.
    public TelegramCheckup checkup() {
        return new TelegramCheckup(api, settings);
    }

    /// Starts what goes on in the background: arranging with Telegram, and polling if that is the mode. To be
    /// called once, when the house can hear.
    public void start(Inbox inbox, Phrasebook phrases, String operator) {
        if (settings.mode() == Mode.POLLING) {
            var polling = new LongPolling(api, new UpdateReader(name), new Intake(inbox, metrics), metrics,
                    rest);
            work("telegram-polling", polling::run);
        }
        var tasks = new ArrayList<Task>();
        tasks.add(TelegramSetup.greeting(api, name));
        boolean registers = settings.mode() == Mode.WEBHOOK && !settings.publicUrl().isEmpty();
        if (registers || settings.mode() == Mode.POLLING) {
            tasks.add(new Task("introduction", new Introduction(api, phrases, operator)::present));
        }
        if (registers) {
            var registration = new Registration(api, settings, metrics);
            registration.showGauges();
            tasks.add(new Task("webhook", registration::check));
        }
        work("telegram-setup", new TelegramSetup(tasks, registers, rest)::run);
    }

    private void work(String worker, Runnable work) {
        workers.add(Thread.ofVirtual().name(worker).start(work));
    }

    /// Waits until the background work has ended by itself.
    void join() throws InterruptedException {
        for (var worker : workers) {
            worker.join();
        }
    }

    /// Stops the background work, after the update that is being heard, and hangs up.
    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        try {
            for (var worker : workers) {
                worker.join(GRACE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        api.close();
    }
}
