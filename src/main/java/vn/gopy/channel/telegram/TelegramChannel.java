package vn.gopy.channel.telegram;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.BotApi.Method;
import vn.gopy.chat.Address;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Delivery.Refused;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;
import vn.gopy.metrics.Metrics;
import vn.gopy.picture.Painter;

/// Sends replies by the Bot API. It neither waits nor tries again by itself, except where another way of
/// saying the same is the answer to the error: that is the postman's work.
public final class TelegramChannel implements Channel {
    private static final int LONGEST_PRESS_ANSWER = 200;
    private static final int LONGEST_CAPTION = 1024;

    private final BotApi api;
    private final Metrics metrics;
    private final Floods floods;
    private final PollSender polls;
    private final Painter painter = new Painter();

    /// @param nanos a monotonic clock
    TelegramChannel(BotApi api, Metrics metrics, LongSupplier nanos) {
        this.api = api;
        this.metrics = metrics;
        floods = new Floods(nanos);
        polls = new PollSender(api, floods);
    }

    @Override
    public String name() {
        return UpdateJudge.CHANNEL;
    }

    @Override
    public String place(Address to) {
        return ChatId.place(to);
    }

    @Override
    public Delivery send(Shipment shipment) {
        var to = shipment.to();
        var reply = shipment.reply();
        if (reply.care() == Reply.Care.PRESS_ANSWER) {
            return answerPress(to, reply, shipment.pressKey());
        }
        var chat = ChatId.of(to);
        if (chat.isEmpty()) {
            return new Refused("not an address of telegram");
        }
        if (reply.ballot().isPresent()) {
            return polls.send(to, chat.getAsLong(), reply.ballot().get());
        }
        if (reply.text().isBlank()) {
            bug("empty");
            return new Refused("the text is empty");
        }
        var replaces = isNumber(shipment.messageId()) ? shipment.messageId() : "";
        var message = new Message(chat.getAsLong(), replaces, reply.text(), true, reply.choices());
        return reply.picture().filter(_ -> replaces.isEmpty()).flatMap(picture -> photo(to, message, picture))
                .orElseGet(() -> inParts(to, message, Parts.LONGEST));
    }

    /// Sends a picture with the text under it. None when it cannot be drawn, when its text is too long for
    /// that, or when Telegram does not take it: then the text goes alone.
    private Optional<Delivery> photo(Address to, Message message, Picture picture) {
        var png = Html.bare(message.text()).length() > LONGEST_CAPTION
                ? Optional.<byte[]>empty()
                : painter.png(picture);
        if (png.isEmpty()) {
            return Optional.empty();
        }
        var answer = api.call(Method.SEND_PHOTO,
                Requests.photo(message.withText(Html.of(message.text()), true), png.get()),
                AnswerReader.MESSAGE_ID);
        if (answer instanceof Said<String> said && isPictureRefused(said)) {
            bug("picture");
            return Optional.empty();
        }
        return Optional.of(outcome(to, "").of(answer));
    }

    private static boolean isPictureRefused(Said<String> said) {
        return said.code() == 413 || (said.code() == 400 && said.migrateTo() == Answer.NONE
                && Refusal.of(said.description()) != Refusal.UNREACHABLE);
    }

    private Delivery answerPress(Address to, Reply reply, String pressKey) {
        if (pressKey.isEmpty()) {
            return new Refused("no press to answer");
        }
        var text = Parts.of(Html.bare(reply.text()), LONGEST_PRESS_ANSWER).getFirst();
        return outcome(to, "").of(api.call(Method.ANSWER_PRESS, Requests.pressAnswer(pressKey, text),
                AnswerReader.MESSAGE_ID));
    }

    /// Sends a long text in several messages; the first takes the place of the old one, the last carries the
    /// buttons. When a later part fails, the parcel is tried again as a whole: rather a part twice than one
    /// missing.
    private Delivery inParts(Address to, Message whole, int limit) {
        Delivery delivery = new Sent("");
        var parts = Parts.of(whole.text(), limit);
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            var part = new Message(whole.chat(), i == 0 ? whole.replaces() : "", parts.get(i), true,
                    last ? whole.choices() : List.<List<Choice>>of());
            delivery = one(to, part, limit);
            if (!(delivery instanceof Sent)) {
                return delivery;
            }
        }
        return delivery;
    }

    private Delivery one(Address to, Message message, int limit) {
        var answer = post(message.withText(Html.of(message.text()), true));
        if (!(answer instanceof Said<String> said) || said.ok() || said.code() != 400
                || said.migrateTo() != Answer.NONE) {
            return outcome(to, message.replaces()).of(answer);
        }
        return switch (Refusal.of(said.description())) {
            case BROKEN_MARKUP -> {
                bug("markup");
                yield outcome(to, message.replaces())
                        .of(post(message.withText(Html.bare(message.text()), false)));
            }
            case NOTHING_TO_EDIT -> message.replaces().isEmpty()
                    ? outcome(to, "").of(answer)
                    : one(to, message.asNew(), limit);
            case TOO_LONG -> shorter(to, message, limit, answer);
            case OTHER -> {
                bug(Refusal.kind(said.description()));
                yield outcome(to, message.replaces()).of(answer);
            }
            case UNCHANGED, UNREACHABLE -> outcome(to, message.replaces()).of(answer);
        };
    }

    private Delivery shorter(Address to, Message message, int limit, Answer<String> answer) {
        bug("length");
        return limit < Parts.LONGEST
                ? outcome(to, message.replaces()).of(answer)
                : inParts(to, message, Parts.LONGEST / 2);
    }

    private Answer<String> post(Message message) {
        return api.call(message.replaces().isEmpty() ? Method.SEND_MESSAGE : Method.EDIT_MESSAGE,
                Requests.message(message), AnswerReader.MESSAGE_ID);
    }

    private Outcome outcome(Address to, String replaces) {
        return new Outcome(floods, to, replaces);
    }

    /// Counts what only a fault of this program can cause.
    private void bug(String what) {
        metrics.count("gopy_telegram_faults_total{what=\"" + what + "\"}");
    }

    private static boolean isNumber(String messageId) {
        return !messageId.isEmpty() && messageId.length() <= 18
                && messageId.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
