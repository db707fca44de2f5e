package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.gopy.chat.Reply;

/// What one message leads to: where the resident stands next, what is said, what is recorded.
public record Turn(Standing next, List<Reply> replies, List<Event> events) {
    public Turn {
        replies = List.copyOf(replies);
        events = List.copyOf(events);
    }

    public static Turn to(Standing next) {
        return new Turn(next, List.of(), List.of());
    }

    public Turn say(Reply reply) {
        var more = new ArrayList<>(replies);
        more.add(reply);
        return new Turn(next, more, events);
    }

    /// The same turn with a reply before all others.
    public Turn sayFirst(Reply reply) {
        var more = new ArrayList<Reply>(replies.size() + 1);
        more.add(reply);
        more.addAll(replies);
        return new Turn(next, more, events);
    }

    public Turn record(Event event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new Turn(next, replies, more);
    }

    /// Whether something of a kind is to be recorded.
    public boolean records(Class<? extends Event> kind) {
        for (var event : events) {
            if (kind.isInstance(event)) {
                return true;
            }
        }
        return false;
    }

    /// The same turn, ending in another standing.
    public Turn but(UnaryOperator<Standing> change) {
        return new Turn(change.apply(next), replies, events);
    }
}
