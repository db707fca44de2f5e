package vn.gopy.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts of a poll that stand in no release, hidden and rounded as if they did: no number under k, and none from which
/// one could be worked out.
public final class Aside {
    private Aside() {}

    /// What may be shown of such counts; all of it is hidden when it cannot be shown safely.
    ///
    /// @param all   how many there are
    /// @param parts how many of each kind
    public record Shown(Count all, List<Count> parts) {
        public Shown {
            parts = List.copyOf(parts);
        }
    }

    /// What may be shown of such counts.
    ///
    /// @param month in which they ended
    public static Shown of(Rule rule, Period month, List<Integer> counts) {
        var nothing = new Draft(month, rule, List.of(), Map.of(), Set.of());
        var draft = new Polled(new LpAuditor(Past.NONE)).beside(nothing,
                List.of(new Polls.Ended(1, Area.PROVINCE, counts)));
        var parts = new ArrayList<Count>();
        for (int choice = 0; choice < counts.size(); choice++) {
            parts.add(draft.shown(new Cell(Area.PROVINCE, new Item.PollChoice(1, choice))));
        }
        return new Shown(draft.shown(new Cell(Area.PROVINCE, new Item.PollAll(1))), parts);
    }
}
