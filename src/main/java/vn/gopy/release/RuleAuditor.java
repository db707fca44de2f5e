package vn.gopy.release;

import java.util.ArrayList;
import java.util.List;

/// Checks, apart from the code that hides, what a release promises today: no shown cell under k, every number rounded,
/// nothing shown inside something hidden, and no hidden cell alone or under k together in a published sum.
///
/// It does not bound hidden cells across several periods or releases: that takes a solver over all of them.
final class RuleAuditor implements Auditor {
    @Override
    public List<String> objections(Draft draft) {
        var found = new ArrayList<String>();
        draft.truth().keySet().forEach(cell -> {
            if (draft.shown(cell) instanceof Count.Of(int shown) && !safe(shown, draft.persons(cell), draft.rule())) {
                found.add("a group under k, or an unrounded number, is shown: " + name(cell));
            }
        });
        for (var tie : draft.ties()) {
            switch (tie) {
                case Tie.Within(var whole, var part) -> inside(draft, whole, List.of(part), found);
                case Tie.Sum(var whole, var parts) -> {
                    inside(draft, whole, parts, found);
                    covered(draft, whole, parts, found);
                }
            }
        }
        return found;
    }

    private static boolean safe(int shown, int persons, Rule rule) {
        return persons >= rule.k() && shown >= rule.k() && shown % rule.round() == 0
                && Math.abs(shown - persons) <= rule.slack();
    }

    private static void inside(Draft draft, Cell whole, List<Cell> parts, List<String> found) {
        if (draft.hidden().contains(whole) && !draft.hidden().containsAll(parts)) {
            found.add("a part is shown of what is hidden: " + name(whole));
        }
    }

    private static void covered(Draft draft, Cell whole, List<Cell> parts, List<String> found) {
        var hidden = parts.stream().filter(draft.hidden()::contains).toList();
        if (draft.hidden().contains(whole) || hidden.isEmpty()) {
            return;
        }
        int together = hidden.stream().mapToInt(draft::persons).sum();
        if (hidden.size() == 1 || (together < draft.rule().k() && hidden.size() < parts.size())) {
            found.add("a hidden part can be worked out from: " + name(whole));
        }
    }

    private static String name(Cell cell) {
        return cell.area().code() + " " + cell.item().table().code() + " " + cell.item().code();
    }
}
