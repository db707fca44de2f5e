package vn.gopy.dialogue;

import java.time.Instant;
import vn.gopy.chat.Incoming;
import vn.gopy.text.Language;

/// What a desk is given: where the resident stands, what they sent, in which language, when, and what it may
/// know of them.
public record Visit(Standing standing, Incoming incoming, Language language, Instant now,
        Resident resident) {

    /// The turn that leaves everything as it is.
    Turn stay() {
        return Turn.to(standing);
    }

    /// The turn that opens another question.
    Turn to(Step next) {
        return Turn.to(standing.at(next));
    }

    Visit with(Standing other) {
        return new Visit(other, incoming, language, now, resident);
    }

    Visit in(Language other) {
        return new Visit(standing, incoming, other, now, resident);
    }

    /// The opinion that is being written; a new one when there is none.
    Draft draft() {
        return standing.draft().orElseGet(() -> Draft.empty(now));
    }
}
