package vn.gopy.quote;

import java.util.List;
import vn.gopy.topic.Topic;

/// The words of residents that a page shows for an area and a month.
///
/// @param themes   topics with something to show, in the order of topics
/// @param declined what editors declined, counted
/// @param waiting  how many chosen sentences wait for editors
public record Spoken(List<Talk> themes, List<Declined> declined, int waiting) {
    public static final Spoken NOTHING = new Spoken(List.of(), List.of(), 0);

    public Spoken {
        themes = List.copyOf(themes);
        declined = List.copyOf(declined);
    }

    /// What was said about one topic.
    public record Talk(Topic topic, List<Words> sides) {
        public Talk {
            sides = List.copyOf(sides);
        }
    }

    /// The sentences of one side, as they are shown; none is an answer too.
    public record Words(Side side, List<String> sentences) {
        public Words {
            sentences = List.copyOf(sentences);
        }

        /// Without what was said.
        @Override
        public String toString() {
            return "words";
        }
    }

    /// How many of a side were declined for a reason.
    public record Declined(Side side, Reason reason, int count) {}
}
