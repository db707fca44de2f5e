package vn.gopy.channel.telegram;

import java.time.Duration;
import vn.gopy.channel.telegram.Answer.Garbled;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.Answer.Silence;
import vn.gopy.chat.Address;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Delivery.Blocked;
import vn.gopy.chat.Delivery.Halt;
import vn.gopy.chat.Delivery.Moved;
import vn.gopy.chat.Delivery.Refused;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Delivery.TryAgain;
import vn.gopy.chat.Delivery.Unknown;

/// The table of what an answer of the Bot API means for a parcel: code and parameters first, the text second.
///
/// No account of it holds what the peer wrote, since that may quote the message.
final class Outcome {
    /// As long as the postman waits after so many attempts.
    private static final Duration LADDER = Duration.ZERO;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration FLOOD = Duration.ofSeconds(5);

    private final Floods floods;
    private final Address to;
    private final String replaces;

    /// For a message to this address, replacing the message of this id if any.
    Outcome(Floods floods, Address to, String replaces) {
        this.floods = floods;
        this.to = to;
        this.replaces = replaces;
    }

    /// A page of a gateway (502 to 504) is tried again: an outage must lose no reply, and it hardly ever
    /// passed one on.
    Delivery of(Answer<String> answer) {
        return switch (answer) {
            case Said<String> said -> said(said);
            case Garbled<String> garbled when garbled.status() == 429 -> flooded(garbled.retryAfter());
            case Garbled<String> garbled when garbled.status() >= 500 ->
                new TryAgain(LADDER, garbled.account(), false, true);
            case Garbled<String> garbled -> doubtful(garbled.account());
            case Silence<String>(boolean written, String why) -> written
                    ? doubtful(why)
                    : new TryAgain(SOON, why, true, true);
        };
    }

    /// Nobody knows whether it arrived. An edit may simply be made again: twice is the same as once.
    private Delivery doubtful(String why) {
        return replaces.isEmpty() ? new Unknown(why) : new TryAgain(LADDER, why, false, true);
    }

    private Delivery said(Said<String> said) {
        int code = said.code();
        if (said.ok()) {
            return new Sent(said.result().orElse(""));
        }
        if (said.migrateTo() != Answer.NONE) {
            return new Moved(ChatId.moved(to, said.migrateTo()));
        }
        return switch (code) {
            case 400 -> refused(said);
            case 401 -> new Halt("telegram does not know the token (401): check telegram-token");
            case 403 -> new Blocked("the resident or group does not let the bot write");
            case 404 -> new Halt("telegram does not know the method (404): check telegram-api and the token");
            case 409 -> new Halt("another instance uses this bot (409): stop one of them");
            case 421 -> new Halt("this server does not serve the token (421): check telegram-api");
            case 429 -> flooded(said.retryAfter());
            default -> code >= 500
                    ? new TryAgain(pause(said), "telegram has a fault (" + code + ")", false, true)
                    : new Refused(code + " " + Refusal.kind(said.description()));
        };
    }

    private static Duration pause(Said<String> said) {
        return said.retryAfter() > 0 ? Duration.ofSeconds(Math.min(said.retryAfter(), 3600)) : LADDER;
    }

    private Delivery refused(Said<String> said) {
        return switch (Refusal.of(said.description())) {
            case UNCHANGED -> new Sent(replaces);
            case UNREACHABLE -> new Blocked("the chat cannot be written to");
            case NOTHING_TO_EDIT -> new Refused("the message to replace is gone");
            case BROKEN_MARKUP -> new Refused("the markup is broken");
            case TOO_LONG -> new Refused("the text is too long");
            case OTHER -> new Refused("400 " + Refusal.kind(said.description()));
        };
    }

    /// A 429 is no attempt: the letter waits as long as Telegram says.
    private Delivery flooded(long retryAfter) {
        var wait = retryAfter == Answer.NONE ? FLOOD : Duration.ofSeconds(Math.clamp(retryAfter, 1, 86_400));
        return new TryAgain(wait, "telegram asks to wait", floods.isGeneral(to.id()), false);
    }
}
