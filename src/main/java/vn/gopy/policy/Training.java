package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Ranking.Way;

/// Computes the numbers of the [Judge].
///
/// It learns from three kinds of questions: every way of asking, put to an index that does not hold it; the
/// same put to an index that does not hold its claim at all, which makes it a question that nobody can
/// answer; and the written questions, in scope and out. The limits of the bands are then set on the questions
/// that have an answer and on the written ones that have none.
public final class Training {
    private static final double WRITTEN = 4;
    private static final double UNANSWERABLE = 0.25;
    private static final double LIKE = 0.6;
    private static final int UNITS_A_WAY = 4;
    /// Every fifth way of asking is also asked with a place before it.
    private static final int PLACED = 5;
    private static final int FOLDS = 5;
    /// A question is seen in several views, and the likest counts: so each round begins where the one before
    /// ended, and the first where likeness is cosine.
    private static final int ROUNDS = 2;
    private static final Judge BY_COSINE = new Judge(List.of(0.0, 1.0), List.of(), 0, 0);

    private final Gazetteer gazetteer;
    private final List<DevQuestion> written;
    private final Ranking ranking;
    /// One for each part of the ways of asking, whose classifier has not learnt from it; at the end the one
    /// that has learnt from all.
    private final List<Ranking> rankings = new ArrayList<>();
    /// The same for what tells whether a question is ours; its parts are also of the written questions that
    /// nobody here can answer.
    private final List<Scope> scopes = new ArrayList<>();

    public Training(Folder folder, Gazetteer gazetteer) {
        this(new PolicyFiles(folder).read(), gazetteer, DevQuestion.read(folder));
    }

    Training(Shelf shelf, Gazetteer gazetteer, List<DevQuestion> written) {
        this.gazetteer = gazetteer;
        this.written = List.copyOf(written);
        ranking = Ranking.of(shelf, gazetteer).with(BY_COSINE);
        var strange = Prepared.words(ranking.reader(),
                this.written.stream().filter(dev -> !dev.inScope()).map(DevQuestion::text).toList());
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            rankings.add(ranking.with(Classifier.of(ranking.index(), ask -> ask % FOLDS == part)));
            scopes.add(Scope.of(ranking.index(), strange, ask -> ask % FOLDS == part,
                    other -> other % FOLDS == part));
        }
        rankings.add(ranking);
        scopes.add(ranking.scope());
    }

    /// One question to learn from.
    ///
    /// @param own        the ways of asking that say the same words
    /// @param passedOver what of the index does not count for it
    /// @param fold       the part of the ways of asking from which its classifier has not learnt
    /// @param scope      what has not learnt from it whether it is ours
    private record Lesson(Question question, DevQuestion dev, PassedOver own, PassedOver passedOver,
            double weight, int fold, Scope scope) {}

    Judge judge() {
        var lessons = lessons();
        for (int round = 0; round < ROUNDS; round++) {
            var rank = Logistic.choose(lessons.stream().flatMap(this::choice).toList());
            rankings.replaceAll(ranking -> ranking.with(new Judge(rank, List.of(), 0, 0)));
        }
        var rank = rankings.getLast().judge().rank();
        var band = Logistic.fit(lessons.stream().flatMap(this::example).toList());
        var judge = new Judge(rank, band, 1, 1);
        return Limits.set(judge, outcomes(judge, lessons));
    }

    /// The file `judge.yaml` with the numbers.
    public String file() {
        var judge = judge();
        return """
                # How a question is judged (see Judge). Computed by gopy policies train > judge.yaml
                rank: [%s]
                band: [%s]
                answer-from: %s
                suggest-from: %s
                """
                .formatted(written(judge.rank()), written(judge.band()), number(judge.answerFrom()),
                        number(judge.suggestFrom()));
    }

    private static String written(List<Double> numbers) {
        return numbers.stream().map(Training::number).collect(Collectors.joining(", "));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private List<Lesson> lessons() {
        var lessons = new ArrayList<Lesson>();
        var index = ranking.index();
        var units = Stream.concat(gazetteer.newUnits().stream(), gazetteer.oldUnits().stream()).toList();
        ranking.ways().forEach((target, ways) -> ways.forEach(way -> {
            boolean ofUnit = target.startsWith(UnitClaims.PREFIX);
            int fold = way.number() % FOLDS;
            for (int i = 0; i < (ofUnit ? UNITS_A_WAY : 1); i++) {
                var unit = units.get((way.number() * 7 + i * 31) % units.size()).title();
                var text = way.text().replace(Asked.UNIT, unit);
                var question = ranking.reader().read(text, List.of());
                lessons.add(new Lesson(question, new DevQuestion("", Set.of(target), text),
                        alone(way), PassedOver.those(like(way, ways)::contains), 1, fold, scopes.get(fold)));
                lessons.add(new Lesson(question, new DevQuestion("", Set.of(), text),
                        PassedOver.those(_ -> true), index.allFor(target), UNANSWERABLE, fold,
                        scopes.get(fold)));
            }
            if (!ofUnit && way.number() % PLACED == 0) {
                var text = "ở " + units.get(way.number() % units.size()).title() + " " + way.text();
                lessons.add(new Lesson(ranking.reader().read(text, List.of()),
                        new DevQuestion("", Set.of(target), text), alone(way),
                        PassedOver.those(like(way, ways)::contains), 1, fold, scopes.get(fold)));
            }
        }));
        lessons.addAll(writtenLessons());
        return lessons;
    }

    private List<Lesson> writtenLessons() {
        var lessons = new ArrayList<Lesson>();
        int strange = 0;
        for (var dev : written) {
            var scope = scopes.get(dev.inScope() ? FOLDS : strange++ % FOLDS);
            lessons.add(new Lesson(ranking.reader().read(dev.text(), List.of()), dev, PassedOver.NOTHING,
                    PassedOver.NOTHING, WRITTEN, FOLDS, scope));
        }
        return lessons;
    }

    private static PassedOver alone(Way way) {
        return PassedOver.those(ask -> ask == way.number());
    }

    /// The numbers of the ways of asking that say nearly the same as one: it could not be put to them as a
    /// new question.
    private Set<Integer> like(Way way, List<Way> ways) {
        var words = new HashSet<>(ranking.reader().words(way.text()));
        return ways.stream().filter(other -> {
            var others = new HashSet<>(ranking.reader().words(other.text()));
            int larger = Math.max(words.size(), others.size());
            others.retainAll(words);
            return others.size() >= LIKE * larger;
        }).map(Way::number).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Logistic.Choice> choice(Lesson lesson) {
        var candidates = rankings.get(lesson.fold()).candidates(lesson.question(), lesson.own());
        var right = candidates.stream().map(one -> lesson.dev().foundIn(one.target())).toList();
        return right.contains(true) && right.contains(false)
                ? Stream.of(new Logistic.Choice(candidates.stream().map(Ranked::measures).toList(), right,
                        lesson.weight()))
                : Stream.empty();
    }

    private double scope(Lesson lesson) {
        return lesson.scope().of(lesson.question().views().getFirst().words());
    }

    private Stream<Logistic.Example> example(Lesson lesson) {
        var best = rankings.get(lesson.fold()).rank(lesson.question(), lesson.passedOver());
        return best.isEmpty()
                ? Stream.empty()
                : Stream.of(new Logistic.Example(
                        rankings.get(lesson.fold()).together(lesson.question(), best, scope(lesson),
                                lesson.passedOver()),
                        lesson.dev().foundIn(best.getFirst().target()), lesson.weight()));
    }

    /// How all questions with an answer come out, ways of asking among them, and the written ones without.
    private List<Limits.Outcome> outcomes(Judge judge, List<Lesson> lessons) {
        return lessons.stream().filter(lesson -> lesson.weight() != UNANSWERABLE).map(lesson -> {
            var best = rankings.get(lesson.fold()).rank(lesson.question(), lesson.passedOver());
            return best.isEmpty()
                    ? new Limits.Outcome(0, lesson.dev().inScope(), false)
                    : new Limits.Outcome(
                            judge.sureness(rankings.get(lesson.fold()).together(lesson.question(), best,
                                    scope(lesson), lesson.passedOver())),
                            lesson.dev().inScope(),
                            lesson.dev().foundIn(best.getFirst().target()));
        }).sorted(Comparator.comparingDouble(Limits.Outcome::sureness).reversed()).toList();
    }
}
