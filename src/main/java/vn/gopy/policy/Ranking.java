package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Index.Match;
import vn.gopy.reading.Topics;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// Puts the claims and aspects that a question may ask for in the order of their likeness.
final class Ranking {
    /// From which cosine on it is worth asking what topic a question is about.
    private static final double WORTH_READING = 0.2;

    private final Reader reader;
    private final Index index;
    private final Scope scope;
    private final Judge judge;
    private final Classifier classifier;
    private final Map<String, List<String>> ways;
    private final Map<String, Topic> topics;

    private Ranking(Ranking other, Judge judge, Classifier classifier) {
        reader = other.reader;
        index = other.index;
        scope = other.scope;
        ways = other.ways;
        topics = other.topics;
        this.judge = judge;
        this.classifier = classifier;
    }

    private Ranking(Reader reader, Shelf shelf, Map<String, List<String>> ways, Prepared prepared) {
        this.reader = reader;
        this.ways = ways;
        judge = shelf.judge();
        topics = shelf.topics();
        index = prepared.index();
        scope = prepared.scope();
        classifier = prepared.classifier();
    }

    static Ranking of(Shelf shelf, Gazetteer gazetteer) {
        var reader = reader(shelf, gazetteer);
        var ways = ways(shelf);
        return new Ranking(reader, shelf, ways,
                Prepared.shipped(shelf.version()).orElseGet(() -> prepared(reader, ways, shelf)));
    }

    /// What [Prepared] holds of a shelf, worked out anew.
    static Prepared prepared(Shelf shelf, Gazetteer gazetteer) {
        return prepared(reader(shelf, gazetteer), ways(shelf), shelf);
    }

    private static Prepared prepared(Reader reader, Map<String, List<String>> ways, Shelf shelf) {
        var words = new LinkedHashMap<String, List<List<String>>>();
        ways.forEach(
                (target, texts) -> words.put(target, texts.parallelStream().map(reader::words).toList()));
        return Prepared.of(reader, words, shelf.strange().get());
    }

    private static Reader reader(Shelf shelf, Gazetteer gazetteer) {
        return new Reader(shelf.wording(), new Names(gazetteer, shelf.ordinary()));
    }

    /// Target → its ways of asking, titles and own words among them, in an order that is kept.
    private static Map<String, List<String>> ways(Shelf shelf) {
        var ways = new LinkedHashMap<String, List<String>>();
        for (var entry : shelf.entries()) {
            var texts = new ArrayList<>(entry.asked());
            texts.addAll(inOrder(entry.claim().title()));
            texts.addAll(inOrder(entry.claim().text()));
            ways.put(entry.claim().id(), texts);
        }
        new TreeMap<>(shelf.asks()).forEach((aspect, asks) -> ways.put(UnitClaims.PREFIX + aspect,
                asks.stream().map(ask -> ask.replace("{x}", Asked.UNIT)).toList()));
        return ways;
    }

    /// In an order that is the same in every run.
    private static List<String> inOrder(Map<Language, String> texts) {
        return texts.entrySet().stream().sorted(Comparator.comparing(text -> text.getKey().tag()))
                .map(Map.Entry::getValue).toList();
    }

    /// The same with another judge.
    Ranking with(Judge other) {
        return new Ranking(this, other, classifier);
    }

    /// The same with another classifier.
    Ranking with(Classifier other) {
        return new Ranking(this, judge, other);
    }

    Judge judge() {
        return judge;
    }

    /// What came near, best first, with the question as it was read.
    record Result(Question question, List<Ranked> best) {
        Result only(Predicate<Ranked> kept) {
            return new Result(question, best.stream().filter(kept).toList());
        }
    }

    /// Of a [Story] its end counts when that alone is surer.
    ///
    /// @param context the id of the claim before, if the question may follow it up
    Result rank(String typed, Optional<String> context) {
        var words = context.map(this::wordsOf).orElse(List.of());
        // a follow-up asks for something else than what was just said
        var said = context.map(index::allFor).orElse(PassedOver.NOTHING);
        var whole = reader.read(typed, words);
        return Stream.concat(Stream.of(whole),
                Story.ends(typed).stream().map(end -> reader.read(end, words).within(whole)))
                .map(question -> new Result(question, rank(question, said)))
                .reduce((one, other) -> sureness(other) > sureness(one) ? other : one).orElseThrow();
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

    List<Ranked> rank(Question question, PassedOver passedOver) {
        return candidates(question, passedOver).stream()
                .sorted(Comparator.comparingDouble(Ranked::likeness).reversed()).limit(5).toList();
    }

    /// All that came near, unsorted, each once in the view in which it is likest.
    ///
    /// @param passedOver ways of asking that do not count
    List<Ranked> candidates(Question question, PassedOver passedOver) {
        var looks = question.views().stream().map(view -> look(view, passedOver)).toList();
        var about = about(question, looks);
        var best = new LinkedHashMap<String, Ranked>();
        for (var look : looks) {
            var measures = new Measures(index, look);
            for (var match : look.near()) {
                if (!match.target().startsWith(UnitClaims.PREFIX)
                        || (look.view().unit() && !look.view().bare())) {
                    best.merge(match.target(), ranked(measures, match, about),
                            (a, b) -> a.likeness() >= b.likeness() ? a : b);
                }
            }
        }
        return List.copyOf(best.values());
    }

    private Look look(Asked view, PassedOver passedOver) {
        var terms = index.look(view.terms());
        return new Look(view, terms, index.nearest(terms, passedOver), classifier.scores(terms), passedOver);
    }

    /// What the question is about, when anything is near enough for that to matter.
    private static Topics about(Question question, List<Look> looks) {
        return looks.stream().flatMap(look -> look.near().stream())
                .anyMatch(match -> match.cosine() >= WORTH_READING)
                        ? Topics.of(question.typed())
                        : Topics.UNKNOWN;
    }

    private Ranked ranked(Measures measures, Match match, Topics about) {
        var found = measures.of(match, Optional.ofNullable(topics.get(match.target())), about);
        return new Ranked(match.target(), match.targetNumber(), judge.likeness(found), found);
    }

    /// How sure we may be of the first.
    double sureness(Result result) {
        return result.best().isEmpty() ? 0 : judge.sureness(together(result));
    }

    private double[] together(Result result) {
        return together(result.question(), result.best(),
                scope.of(result.question().views().getFirst().words()), PassedOver.NOTHING);
    }

    /// @param ofScope what [Scope] says of the question
    double[] together(Question question, List<Ranked> best, double ofScope, PassedOver passedOver) {
        double second = best.size() > 1 ? best.get(1).likeness() : best.getFirst().likeness() - 6;
        var view = question.views().getFirst();
        var words = new Look(view, index.look(view.terms()), List.of(), new float[0], passedOver);
        return new Measures(index, words).together(best.getFirst(), second, ofScope);
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
