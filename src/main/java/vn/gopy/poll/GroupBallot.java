package vn.gopy.poll;

import java.util.Map;
import vn.gopy.chat.Ballot;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Reply.Care;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Writes a poll as a group gets it: who asks where that fits, the question, and the options in the order of the
/// register. A group is spoken to in Vietnamese.
///
/// @param house who runs the service, and asks for the province
public record GroupBallot(Phrasebook phrases, Gazetteer gazetteer, String house) {
    private static final Language LANGUAGE = Language.VIETNAMESE;

    Reply post(Poll poll) {
        var wording = poll.content().in(LANGUAGE);
        var whole = phrases.say(LANGUAGE, "group.poll.question",
                Map.of("office", office(poll), "question", wording.question()));
        var question = whole.length() <= Ballot.Post.LONGEST_QUESTION ? whole : wording.question();
        return Reply.of(question, new Ballot.Post(question, wording.options()), Care.AT_MOST_ONCE);
    }

    Reply stop(String message) {
        return Reply.of("stop", new Ballot.Stop(message), Care.AT_LEAST_ONCE);
    }

    private String office(Poll poll) {
        return poll.content().area().unit().flatMap(gazetteer::unit).map(Unit::title)
                .map(title -> phrases.say(LANGUAGE, "theme.office", Map.of("unit", title))).orElse(house);
    }
}
