package vn.gopy.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a month's crowds ([Crowds]) beside its figures, as a table that is audited like the others: as much of it as
/// can be shown without hiding any other figure for it. Of the province and of months alone: what communes and
/// weeks would add could be subtracted from it.
///
/// First everything is tried: how many, and the moods with and without them; then only how many; what is left when
/// neither is safe is the flag, a number that is there and hidden. Where even that is not safe beside the others,
/// nothing is told of crowds: no month stays without its figures for them.
final class Beside {
    private final LpAuditor bounds;

    Beside(LpAuditor bounds) {
        this.bounds = bounds;
    }

    /// @param crowds persons by item, of the whole province
    Draft beside(Draft plain, Map<Item, Integer> crowds) {
        if (crowds.isEmpty()) {
            return plain;
        }
        var numbers = new HashMap<>(crowds);
        numbers.keySet().removeIf(item -> item instanceof Item.WordsBase || item instanceof Item.WordsMood);
        boolean any = numbers.values().stream().anyMatch(persons -> persons >= plain.rule().k());
        for (var some : any ? List.of(crowds, numbers) : List.<Map<Item, Integer>>of()) {
            var tried = tried(plain, some);
            if (tried.isPresent()) {
                return tried.get();
            }
        }
        var flag = with(plain, numbers);
        var hidden = new HashSet<>(plain.hidden());
        numbers.keySet().forEach(item -> hidden.add(province(item)));
        var flagged = flag.hiding(hidden);
        return bounds.objections(flagged).isEmpty() ? flagged : plain;
    }

    /// With these beside, if that costs no other figure. What must be hidden of them is found within the province
    /// alone, which is quick; then the whole is audited.
    private Optional<Draft> tried(Draft plain, Map<Item, Integer> crowds) {
        var draft = with(plain, crowds);
        var hidden = new HashSet<>(bounds.closed(settled(province(draft))).draft().hidden());
        hidden.addAll(plain.hidden());
        var whole = draft.hiding(hidden);
        boolean free = hidden.stream().filter(plain.truth()::containsKey).allMatch(plain.hidden()::contains);
        return free && bounds.objections(whole).isEmpty() ? Optional.of(whole) : Optional.empty();
    }

    private static Draft settled(Draft draft) {
        return draft.hiding(Suppression.of(draft.rule(), draft.ties(), draft.truth(), draft.hidden()));
    }

    private static Draft province(Draft draft) {
        var truth = new HashMap<>(draft.truth());
        truth.keySet().removeIf(cell -> !cell.area().isProvince());
        var hidden = new HashSet<>(draft.hidden());
        hidden.removeIf(cell -> !cell.area().isProvince());
        return new Draft(draft.period(), draft.rule(), draft.ties().stream()
                .filter(tie -> tie.cells().stream().allMatch(cell -> cell.area().isProvince())).toList(),
                truth, hidden);
    }

    private static Draft with(Draft plain, Map<Item, Integer> crowds) {
        var truth = new HashMap<>(plain.truth());
        crowds.forEach((item, persons) -> truth.put(province(item), persons));
        return plain.with(CrowdTies.added(plain.ties(), crowds.keySet()), truth, plain.hidden());
    }

    private static Cell province(Item item) {
        return new Cell(Area.PROVINCE, item);
    }
}
