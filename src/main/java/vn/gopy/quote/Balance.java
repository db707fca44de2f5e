package vn.gopy.quote;

import java.util.Arrays;
import java.util.List;
import vn.gopy.topic.Topic;

/// Praise and criticism of one topic side by side: where the rule chose some of both, never more of one than
/// of the other is shown, and nothing of either before both are released. Declining the one hides the other
/// too, so nobody gains by it (ahead.md C15).
record Balance(List<SqlQuotes.Chosen> chosen, List<SqlQuotes.Released> released) {
    Spoken.Talk talk(Topic topic) {
        return new Spoken.Talk(topic, Arrays.stream(Side.values())
                .map(side -> new Spoken.Words(side, shown(side))).toList());
    }

    private List<String> shown(Side side) {
        return sentences(side).stream().limit(most(side)).toList();
    }

    private List<String> sentences(Side side) {
        return released.stream().filter(one -> one.side() == side).map(SqlQuotes.Released::text).toList();
    }

    private int most(Side side) {
        return switch (side) {
            case QUESTION -> Place.values().length;
            case PRAISE -> beside(Side.CRITICISM);
            case CRITICISM -> beside(Side.PRAISE);
        };
    }

    /// As many as stand on the other side; one when nobody of the other side lets us show anything.
    private int beside(Side other) {
        boolean chose = chosen.stream().anyMatch(one -> one.side() == other && one.all() > 0);
        return chose ? sentences(other).size() : 1;
    }
}
