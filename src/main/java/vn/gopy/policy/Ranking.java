package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Index.Match;

/// Puts the claims and aspects that a question may ask for in the order of their likeness.
final class Ranking {
    private final Reader reader;
    private final Index index;
    private final Scope scope;
    private final Judge judge;
    private final Map<String, List<String>> ways;

    private Ranking(Reader reader, Map<String, List<String>> ways, List<String> strange, Judge judge) {
        this.reader = reader;
        this.ways = ways;
        this.judge = judge;
        var words = new LinkedHashMap<String, List<List<String>>>();
        ways.forEach(
                (target, texts) -> words.put(target, texts.parallelStream().map(reader::words).toList()));
        this.index = Index.of(words);
        this.scope = new Scope(words.values().stream().flatMap(List::stream).toList(),
                strange.parallelStream().map(text -> reader.read(text, List.of()).views().getFirst().words())
                        .toList());
    }

    static Ranking of(Shelf shelf, Gazetteer gazetteer) {
        var reader = new Reader(shelf.wording(), new Names(gazetteer, shelf.ordinary()));
        var ways = new LinkedHashMap<String, List<String>>();
        for (var entry : shelf.entries()) {
            var texts = new ArrayList<>(entry.asked());
            texts.addAll(entry.claim().title().values());
            ways.put(entry.claim().id(), texts);
            entry.claim().text().values().forEach(texts::add);
        }
        shelf.asks().forEach((aspect, asks) -> ways.put(UnitClaims.PREFIX + aspect,
                asks.stream().map(ask -> ask.replace("{x}", Asked.UNIT)).toList()));
        return new Ranking(reader, ways, shelf.strange(), shelf.judge());
    }

    /// What came near, best first, with the question as it was read.
    record Result(Question question, List<Ranked> best) {
        Result only(Predicate<Ranked> kept) {
            return new Result(question, best.stream().filter(kept).toList());
        }
    }

    /// @param context the id of the claim before, if the question may follow it up
    Result rank(String typed, Optional<String> context) {
        var question = reader.read(typed, context.map(this::wordsOf).orElse(List.of()));
        // a follow-up asks for something else than what was just said
        return new Result(question,
                rank(question, ask -> context.filter(index.targetOfAsk(ask)::equals).isPresent()));
    }

    private List<String> wordsOf(String claim) {
        var aspect = claim.startsWith(UnitClaims.PREFIX)
                ? claim.replaceFirst("(place\\.[a-z-]+)\\..*", "$1")
                : claim;
        return ways.getOrDefault(aspect, List.of()).stream().findFirst().map(reader::words).orElse(List.of());
    }

    /// A way of asking by its number in the index.
    record Way(int number, String text) {}

    /// Every way of asking, by what it asks for.
    Map<String, List<Way>> ways() {
        var numbered = new LinkedHashMap<String, List<Way>>();
        int number = 0;
        for (var one : ways.entrySet()) {
            var all = new ArrayList<Way>();
            for (var text : one.getValue()) {
                all.add(new Way(number++, text));
            }
            numbered.put(one.getKey(), all);
        }
        return numbered;
    }

    List<Ranked> rank(Question question, IntPredicate passedOver) {
        return candidates(question, passedOver).stream()
                .sorted(Comparator.comparingDouble(Ranked::likeness).reversed()).limit(5).toList();
    }

    /// All that came near, unsorted, each once in the view in which it is likest.
    ///
    /// @param passedOver ways of asking that do not count
    List<Ranked> candidates(Question question, IntPredicate passedOver) {
        var best = new LinkedHashMap<String, Ranked>();
        for (var view : question.views()) {
            var terms = index.look(view.terms());
            var measures = new Measures(index, view, terms);
            var near = index.nearest(terms, passedOver);
            for (var match : near) {
                if (!match.target().startsWith(UnitClaims.PREFIX) || (view.unit() && !view.bare())) {
                    var ranked = ranked(measures, match, near);
                    best.merge(match.target(), ranked, (a, b) -> a.likeness() >= b.likeness() ? a : b);
                }
            }
        }
        return List.copyOf(best.values());
    }

    private Ranked ranked(Measures measures, Match match, List<Match> near) {
        double other = near.stream().filter(one -> !one.equals(match)).mapToDouble(Match::cosine).max()
                .orElse(0);
        var found = measures.of(match, other);
        return new Ranked(match.target(), match.targetNumber(), judge.likeness(found), found);
    }

    /// How sure we may be of the first.
    double sureness(Result result) {
        return result.best().isEmpty() ? 0 : judge.sureness(together(result));
    }

    private List<Double> together(Result result) {
        return together(result.question(), result.best(),
                scope.of(result.question().views().getFirst().words()));
    }

    /// @param ofScope what [Scope] says of the question
    List<Double> together(Question question, List<Ranked> best, double ofScope) {
        double second = best.size() > 1 ? best.get(1).likeness() : best.getFirst().likeness() - 6;
        var view = question.views().getFirst();
        return new Measures(index, view, index.look(view.terms())).together(best.getFirst(), second, ofScope);
    }

    Scope scope() {
        return scope;
    }

    Index index() {
        return index;
    }

    Reader reader() {
        return reader;
    }
}
