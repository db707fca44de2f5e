package vn.gopy.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;

/// All that an office sees of a request: the masked words, unit, topic and days, never whose it is.
///
/// @param assigned the account that looks after it; 0 for nobody
/// @param solved   what the sender said of the answer
/// @param rating   from 1 to 5; 0 for none
/// @param asked    whether the office asked back before
/// @param late     whether its day is over
/// @param said     what was said about it, in order; in a list its first words alone
/// @param revision counted at each change, so that nobody acts on what they have not seen
public record Request(long id, UnitId unit, Topic topic, LocalDate sentOn, LocalDate due, State state,
        long assigned, Optional<Boolean> solved, int rating, int reopened, boolean asked, boolean late,
        List<Said> said, int revision) {
    public Request {
        said = List.copyOf(said);
    }

    /// What somebody said, or did with it.
    ///
    /// @param official the account; 0 for the sender
    public record Said(Kind kind, LocalDate on, long official, String text) {
        /// Without what was said.
        @Override
        public String toString() {
            return kind.word();
        }
    }

    /// What the sender sent first.
    public String text() {
        return said.isEmpty() ? "" : said.getFirst().text();
    }

    /// Without what was said.
    @Override
    public String toString() {
        return "request " + id;
    }
}
