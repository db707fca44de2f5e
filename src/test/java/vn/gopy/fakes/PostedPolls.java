package vn.gopy.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.fakes.StrictHtml.Refused;

/// The polls of the Bot API double: posted and stopped by the bot, answered by people whom it never names.
public final class PostedPolls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_OPTION = 100;

    private final Chats chats;
    private final Map<String, Posted> polls = new LinkedHashMap<>();
    private long lastId = 5_600_000_000_000L;

    PostedPolls(Chats chats) {
        this.chats = chats;
    }

    /// A poll as its group sees it.
    public record Posted(String id, long chat, long messageId, String question, List<String> options,
            List<Integer> voters, boolean closed) {
        public Posted {
            options = List.copyOf(options);
            voters = List.copyOf(voters);
        }

        private Posted standing(List<Integer> now) {
            return new Posted(id, chat, messageId, question, options, now, closed);
        }

        private Posted stopped() {
            return new Posted(id, chat, messageId, question, options, voters, true);
        }
    }

    /// Those of a group, in the order of their posting.
    public synchronized List<Posted> in(long chat) {
        return polls.values().stream().filter(poll -> poll.chat() == chat).toList();
    }

    /// So many more choose an option, or take their vote back; gives back the payload of the update that tells of
    /// it.
    public synchronized ObjectNode vote(String id, int option, int more) {
        var poll = find(id);
        if (poll.closed()) {
            throw new IllegalStateException("nobody votes in a poll that is closed");
        }
        var voters = new ArrayList<>(poll.voters());
        voters.set(option, voters.get(option) + more);
        polls.put(id, poll.standing(voters));
        return json(find(id));
    }

    /// Its message is deleted by somebody who may.
    public synchronized void delete(String id) {
        polls.remove(id);
    }

    private Posted find(String id) {
        var poll = polls.get(id);
        if (poll == null) {
            throw new IllegalStateException("no such poll");
        }
        return poll;
    }

    synchronized String send(JsonNode body) {
        var question = body.path("question").asText().strip();
        if (question.isEmpty()) {
            throw new Refused("poll question must be non-empty");
        }
        if (length(question) > LONGEST_QUESTION) {
            throw new Refused("poll question length must not exceed 300");
        }
        if (!body.path("is_anonymous").asBoolean(true)
                || !body.path("type").asText("regular").equals("regular")
                || body.path("allows_multiple_answers").asBoolean(false)) {
            throw new Refused("this double has anonymous polls of one answer alone");
        }
        var options = options(body.path("options"));
        long message = chats.place(body, question);
        var id = Long.toString(++lastId);
        polls.put(id, new Posted(id, body.path("chat_id").asLong(), message, question, options,
                Collections.nCopies(options.size(), 0), false));
        var sent = JSON.createObjectNode().put("message_id", message).put("date", 1_760_000_000);
        sent.putObject("chat").put("id", body.path("chat_id").asLong()).put("type", "supergroup");
        sent.set("poll", json(find(id)));
        return sent.toString();
    }

    private static List<String> options(JsonNode given) {
        if (!given.isArray() || given.size() < 2) {
            throw new Refused("poll must have at least 2 option");
        }
        if (given.size() > 10) {
            throw new Refused("poll can't have more than 10 options");
        }
        var options = new ArrayList<String>();
        for (var option : given) {
            var text = option.path("text").asText().strip();
            if (text.isEmpty()) {
                throw new Refused("poll options must be non-empty");
            }
            if (length(text) > LONGEST_OPTION) {
                throw new Refused("poll options length must not exceed 100");
            }
            options.add(text);
        }
        if (new HashSet<>(options).size() < options.size()) {
            throw new Refused("POLL_OPTION_DUPLICATE");
        }
        return options;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    synchronized String stop(JsonNode body) {
        chats.place(body);
        var poll = in(body.path("chat_id").asLong()).stream()
                .filter(one -> one.messageId() == body.path("message_id").asLong()).findFirst()
                .orElseThrow(() -> new Refused("message with poll to stop not found"));
        if (poll.closed()) {
            throw new Refused("poll has already been closed");
        }
        polls.put(poll.id(), poll.stopped());
        return json(find(poll.id())).toString();
    }

    private static ObjectNode json(Posted poll) {
        var json = JSON.createObjectNode().put("id", poll.id()).put("question", poll.question());
        var options = json.putArray("options");
        for (int i = 0; i < poll.options().size(); i++) {
            options.addObject().put("persistent_id", "o" + i).put("text", poll.options().get(i))
                    .put("voter_count", poll.voters().get(i));
        }
        return json.put("total_voter_count", poll.voters().stream().mapToInt(Integer::intValue).sum())
                .put("is_closed", poll.closed()).put("is_anonymous", true).put("type", "regular")
                .put("allows_multiple_answers", false).put("allows_revoting", true);
    }
}
