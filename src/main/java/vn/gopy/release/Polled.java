package vn.gopy.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Puts the polls that ended in a month beside its figures, as a table that is hidden, rounded and audited like the
/// others. Who answered a poll is counted nowhere else, so what hides one hides nothing else; a poll that cannot be
/// shown safely is hidden whole, and no month stays without its figures for it.
final class Polled {
    private final LpAuditor bounds;

    Polled(LpAuditor bounds) {
        this.bounds = bounds;
    }

    Draft beside(Draft plain, List<Polls.Ended> polls) {
        var draft = plain;
        for (var poll : polls) {
            draft = with(draft, alone(plain, poll));
        }
        return draft;
    }

    /// One poll by itself.
    private Draft alone(Draft plain, Polls.Ended poll) {
        var all = new Cell(poll.area(), new Item.PollAll(poll.poll()));
        var parts = IntStream.range(0, poll.persons().size())
                .mapToObj(choice -> new Cell(poll.area(), new Item.PollChoice(poll.poll(), choice))).toList();
        var truth = new HashMap<Cell, Integer>();
        parts.forEach(part -> truth.put(part, poll.persons().get(parts.indexOf(part))));
        truth.put(all, poll.persons().stream().mapToInt(Integer::intValue).sum());
        var ties = List.<Tie>of(new Tie.Sum(all, parts));
        return safe(new Draft(plain.period(), plain.rule(), ties, truth,
                Suppression.of(plain.rule(), ties, truth)));
    }

    private Draft safe(Draft draft) {
        var closed = bounds.closed(draft);
        boolean fine = closed.complete() && bounds.objections(closed.draft()).isEmpty()
                && new RuleAuditor().objections(closed.draft()).isEmpty();
        return fine ? closed.draft() : draft.hiding(draft.truth().keySet());
    }

    private static Draft with(Draft draft, Draft poll) {
        var ties = new ArrayList<>(draft.ties());
        ties.addAll(poll.ties());
        Map<Cell, Integer> truth = new HashMap<>(draft.truth());
        truth.putAll(poll.truth());
        Set<Cell> hidden = new HashSet<>(draft.hidden());
        hidden.addAll(poll.hidden());
        return draft.with(ties, truth, hidden);
    }
}
