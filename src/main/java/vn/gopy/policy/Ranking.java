package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Index.Match;

/// Puts the claims and aspects that a question may ask for in the order of their likeness.
final class Ranking {
    private final Reader reader;
    private final Index index;
    private final Measures measures;
    private final Judge judge;
    private final Map<String, List<String>> firstWays = new HashMap<>();

    private Ranking(Reader reader, Map<String, List<List<String>>> ways, Judge judge) {
        this.reader = reader;
        this.index = Index.of(ways);
        this.measures = new Measures(index);
        this.judge = judge;
        ways.forEach((target, all) -> firstWays.put(target, all.getFirst()));
    }

    static Ranking of(Shelf shelf, Gazetteer gazetteer) {
        var reader = new Reader(shelf.wording(), new Names(gazetteer, shelf.ordinary()));
        var ways = new LinkedHashMap<String, List<List<String>>>();
        for (var entry : shelf.entries()) {
            var texts = new ArrayList<>(entry.asked());
            texts.addAll(entry.claim().title().values());
            ways.put(entry.claim().id(), texts.stream().map(reader::words).toList());
        }
        shelf.asks().forEach((aspect, asks) -> ways.put(UnitClaims.PREFIX + aspect,
                asks.stream().map(ask -> reader.words(ask.replace("{x}", Asked.UNIT))).toList()));
        return new Ranking(reader, ways, shelf.judge());
    }

    /// What came near, best first, with the question as it was read.
    record Result(Question question, List<Ranked> best) {}

    /// @param context the id of the claim before, if the question may follow it up
    Result rank(String typed, Optional<String> context) {
        var question = reader.read(typed, context.map(this::wordsOf).orElse(List.of()));
        return new Result(question, rank(question, -1));
    }

    private List<String> wordsOf(String claim) {
        var aspect = claim.startsWith(UnitClaims.PREFIX)
                ? claim.replaceFirst("(place\\.[a-z-]+)\\..*", "$1")
                : claim;
        return firstWays.getOrDefault(aspect, List.of());
    }

    /// @param without a way of asking that is passed over, -1 for none
    List<Ranked> rank(Question question, int without) {
        var best = new LinkedHashMap<String, Ranked>();
        for (var view : question.views()) {
            var near = index.nearest(view.terms(), without);
            for (var match : near) {
                if (!match.target().startsWith(UnitClaims.PREFIX) || view.unit()) {
                    var ranked = ranked(view, match, near);
                    best.merge(match.target(), ranked, (a, b) -> a.likeness() >= b.likeness() ? a : b);
                }
            }
        }
        return best.values().stream().sorted(Comparator.comparingDouble(Ranked::likeness).reversed()).limit(5)
                .toList();
    }

    private Ranked ranked(Asked view, Match match, List<Match> near) {
        double other = near.stream().filter(one -> !one.equals(match)).mapToDouble(Match::cosine).max()
                .orElse(0);
        var found = measures.of(view, match, other);
        return new Ranked(match.target(), judge.likeness(found), found);
    }

    /// How sure we may be of the first.
    double sureness(Result result) {
        return result.best().isEmpty() ? 0 : judge.sureness(together(result));
    }

    List<Double> together(Result result) {
        var best = result.best();
        double second = best.size() > 1 ? best.get(1).likeness() : -6;
        return measures.together(result.question().views().getFirst(), best.getFirst().likeness(), second);
    }

    Index index() {
        return index;
    }

    Reader reader() {
        return reader;
    }
}
