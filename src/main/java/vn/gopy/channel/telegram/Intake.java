package vn.gopy.channel.telegram;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.channel.telegram.Verdict.NotAnUpdate;
import vn.gopy.channel.telegram.Verdict.Passed;
import vn.gopy.channel.telegram.Verdict.Unclear;
import vn.gopy.channel.telegram.Verdict.Understood;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Inbox.DeadLetter;
import vn.gopy.chat.Inbox.Heard;
import vn.gopy.chat.Incoming;
import vn.gopy.metrics.Metrics;

/// Hands what was read to the inbox, in the same way for the webhook and for polling.
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Heard PASSED = new Heard.Recorded();
    private static final Heard TROUBLE = new Heard.Unavailable(5);

    private final Inbox inbox;
    private final Metrics metrics;

    Intake(Inbox inbox, Metrics metrics) {
        this.inbox = inbox;
        this.metrics = metrics;
    }

    /// Takes a verdict on an authentic update. Throws nothing.
    Heard take(Verdict verdict) {
        return switch (verdict) {
            case Understood(var incoming) -> accept(incoming);
            case Unclear(var letter) -> park(letter);
            case Passed(var what) -> {
                metrics.count("gopy_telegram_passed_total{what=\"" + what + "\"}");
                yield PASSED;
            }
            case NotAnUpdate() -> {
                metrics.count("gopy_telegram_broken_total");
                yield PASSED;
            }
        };
    }

    /// A turn that throws is parked, so that the chat goes on; only when that fails too, Telegram keeps the
    /// update.
    private Heard accept(Incoming incoming) {
        try {
            metrics.count("gopy_telegram_updates_total");
            return inbox.accept(incoming);
        } catch (RuntimeException fault) { // whatever the fault, a chat must go on (T7)
            LOG.atError().addKeyValue("fault", fault.getClass().getName()).log("could not hear an update");
            return park(new DeadLetter(UpdateJudge.CHANNEL, incoming.updateKey(),
                    incoming.content().getClass().getSimpleName(), fault.getClass().getSimpleName()));
        }
    }

    private Heard park(DeadLetter letter) {
        try {
            metrics.count("gopy_telegram_parked_total");
            return inbox.park(letter);
        } catch (RuntimeException fault) { // then Telegram keeps the update and asks again
            LOG.atError().addKeyValue("fault", fault.getClass().getName()).log("could not park an update");
            return TROUBLE;
        }
    }
}
