package vn.gopy.release;

import java.util.ArrayList;
import java.util.List;

/// Checks, apart from the code that hides, what a release promises today: no shown cell under k, every number
/// rounded, nothing shown inside something hidden, no hidden part alone in a published whole, no exact sum's
/// hidden parts under k. What old and new borders tell together has no such rule.
///
/// It does not bound hidden cells: [LpAuditor] does.
final class RuleAuditor implements Auditor {
    @Override
    public List<String> objections(Draft draft) {
        var found = new ArrayList<String>();
        draft.truth().keySet().forEach(cell -> {
            if (draft.shown(cell) instanceof Count.Of(int shown)
                    && !safe(shown, draft.persons(cell), draft.rule())) {
                found.add("a group under k, or an unrounded number, is shown: " + name(cell));
            }
        });
        for (var tie : draft.ties()) {
            switch (tie) {
                case Tie.Within(var whole, var parts) -> inside(draft, whole, parts, found);
                case Tie.Sum(var whole, var parts) -> {
                    inside(draft, whole, parts, found);
                    alone(draft, whole, parts, found);
                    together(draft, whole, parts, found);
                }
                case Tie.Cover(var whole, var parts) -> {
                    inside(draft, whole, parts, found);
                    alone(draft, whole, parts, found);
                }
                case Tie.Made _ -> {
                }
                case Tie.Grid(var whole, _, _) when draft.hidden().contains(whole) -> {
                }
                case Tie.Grid grid -> grid.remainders(draft.hidden()).stream()
                        .filter(remainder -> remainder.under().stream().noneMatch(draft.hidden()::contains))
                        .map(remainder -> List.copyOf(remainder.over())).forEach(parts -> {
                            alone(draft, grid.whole(), parts, found);
                            together(draft, grid.whole(), parts, found);
                        });
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

    private static void alone(Draft draft, Cell whole, List<Cell> parts, List<String> found) {
        long hidden = parts.stream().filter(draft.hidden()::contains).count();
        if (hidden == 1 && !draft.hidden().contains(whole)) {
            found.add("a hidden part stands alone in: " + name(whole));
        }
    }

    private static void together(Draft draft, Cell whole, List<Cell> parts, List<String> found) {
        var hidden = parts.stream().filter(draft.hidden()::contains).toList();
        int persons = hidden.stream().mapToInt(draft::persons).sum();
        if (!hidden.isEmpty() && persons < draft.rule().k() && !draft.hidden().contains(whole)) {
            found.add("the hidden parts hold fewer than k persons in: " + name(whole));
        }
    }

    private static String name(Cell cell) {
        return cell.area().code() + " " + cell.item().table().code() + " " + cell.item().code();
    }
}
