package vn.gopy.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import vn.gopy.channel.telegram.Answer.Garbled;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.Answer.Silence;
import vn.gopy.channel.telegram.BotApi.Method;
import vn.gopy.chat.Address;
import vn.gopy.chat.Ballot;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Delivery.Polled;
import vn.gopy.chat.Delivery.Refused;
import vn.gopy.chat.Delivery.Sent;
import vn.gopy.chat.Delivery.Unknown;
import vn.gopy.chat.Totals;

/// Posts Telegram's own anonymous polls and stops them.
final class PollSender {
    private final BotApi api;
    private final Floods floods;

    PollSender(BotApi api, Floods floods) {
        this.api = api;
        this.floods = floods;
    }

    Delivery send(Address to, long chat, Ballot ballot) {
        return switch (ballot) {
            case Ballot.Post post -> post(to, chat, post);
            case Ballot.Stop(var messageId) when messageId.matches("[0-9]{1,18}") ->
                stop(to, chat, messageId);
            case Ballot.Stop _ -> new Refused("no message of telegram");
        };
    }

    /// One of which nobody knows whether it arrived is not posted again: of two, one would never be stopped.
    private Delivery post(Address to, long chat, Ballot.Post post) {
        var answer = api.call(Method.SEND_POLL, Requests.poll(chat, post), AnswerReader.TREE);
        if (answer instanceof Said<JsonNode> said && said.ok()) {
            var message = said.result().orElseThrow();
            return polled(message.path("message_id").asText(), message.path("poll"))
                    .orElseGet(() -> new Refused("unknown: telegram told of no poll"));
        }
        var delivery = new Outcome(floods, to, "").of(plain(answer));
        return delivery instanceof Unknown(var why) ? new Refused("unknown: " + why) : delivery;
    }

    /// To stop it twice is the same as once. One that is gone, or stopped already, needs no more.
    private Delivery stop(Address to, long chat, String messageId) {
        var answer = api.call(Method.STOP_POLL, Requests.stop(chat, messageId), AnswerReader.TREE);
        if (answer instanceof Said<JsonNode> said && said.ok()) {
            return said.result().flatMap(poll -> polled(messageId, poll))
                    .orElseGet(() -> new Sent(messageId));
        }
        return isOver(answer) ? new Sent(messageId) : new Outcome(floods, to, messageId).of(plain(answer));
    }

    private static boolean isOver(Answer<JsonNode> answer) {
        return answer instanceof Said<JsonNode> said && said.code() == 400 && said.migrateTo() == Answer.NONE
                && Refusal.of(said.description()) != Refusal.UNREACHABLE;
    }

    private static Optional<Delivery> polled(String messageId, JsonNode poll) {
        var voters = new ArrayList<Integer>();
        poll.path("options").forEach(option -> voters.add(option.path("voter_count").asInt(-1)));
        var id = poll.path("id").asText();
        return id.isEmpty() || voters.isEmpty() || voters.stream().anyMatch(votes -> votes < 0)
                ? Optional.empty()
                : Optional.of(new Polled(messageId, new Totals(id, voters)));
    }

    /// The same answer without its result.
    private static Answer<String> plain(Answer<JsonNode> answer) {
        return switch (answer) {
            case Said<JsonNode>(var code, var description, var retryAfter, var migrateTo, _) ->
                new Said<>(code, description, retryAfter, migrateTo, Optional.empty());
            case Garbled<JsonNode>(var status, var retryAfter) -> new Garbled<>(status, retryAfter);
            case Silence<JsonNode>(var written, var why) -> new Silence<>(written, why);
        };
    }
}
