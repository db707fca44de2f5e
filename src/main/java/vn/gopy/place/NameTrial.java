package vn.gopy.place;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.text.Folding;

/// Tells how every old and new unit and every older name is found, typed in many ways.
public final class NameTrial {
    private static final int ROUNDS = 20;
    /// One slip in a shorter name makes another name of it.
    private static final int LONG_ENOUGH = 5;
    private static final int FIRST = 3;

    private final UnitFinder finder;
    private final List<Wanted> everything = new ArrayList<>();

    /// A name with the ids of which one must be among the first three.
    private record Wanted(String name, Unit.Kind kind, Set<String> ids) {
        String folded() {
            return Folding.fold(name);
        }
    }

    private NameTrial(Gazetteer gazetteer) {
        finder = UnitFinder.of(gazetteer);
        Stream.concat(gazetteer.newUnits().stream(), gazetteer.oldUnits().stream()).forEach(
                unit -> everything.add(new Wanted(unit.name(), unit.kind(), Set.of(unit.id().toString()))));
        for (var older : gazetteer.olderNames()) {
            var ids = new HashSet<>(Set.of(older.became().id().toString()));
            older.now().ifPresent(unit -> ids.add(unit.id().toString()));
            everything.add(new Wanted(older.name(), older.kind(), ids));
        }
    }

    /// How one way of typing went: what was not among the first three, and what was picked alone and wrong.
    static final class Score {
        private final String what;
        private final List<String> misses = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private int all;

        Score(String what) {
            this.what = what;
        }

        double share() {
            return 1 - misses.size() / (double) all;
        }

        /// Picked silently, and another unit.
        List<String> wrong() {
            return wrong;
        }

        @Override
        public String toString() {
            return "%s: %d typed, missed %s, wrong %s".formatted(what, all,
                    misses.stream().limit(40).toList(), wrong);
        }
    }

    /// Prints in per cent how often the right unit is among the first three, and how many are wrongly picked.
    public static void run(Gazetteer gazetteer, PrintStream out) {
        print(scores(gazetteer), out);
    }

    static void print(List<Score> scores, PrintStream out) {
        out.printf("%nnames of units%n");
        for (var score : scores) {
            out.printf(Locale.ROOT, "%-48s %10.2f %10d%n", score.what + ", " + score.all, 100 * score.share(),
                    score.wrong.size());
        }
    }

    /// Everything without a slip; then with one: with and without marks, bare and behind a prefix.
    static List<Score> scores(Gazetteer gazetteer) {
        var trial = new NameTrial(gazetteer);
        var scores = new ArrayList<>(List.of(trial.withoutSlip()));
        scores.addAll(trial.withOneSlip());
        return scores;
    }

    private Score withoutSlip() {
        var score = new Score("no slip");
        for (var wanted : everything) {
            Typist.ways(wanted.name, wanted.kind).forEach(typed -> ask(score, wanted, typed));
        }
        return score;
    }

    private List<Score> withOneSlip() {
        var accented = new Score("one slip, with marks");
        var folded = new Score("one slip, without marks");
        var prefixed = new Score("one slip, with a prefix");
        var bare = new Score("one slip, with a prefix, without marks");
        var random = new Random(20250701);
        for (int round = 0; round < ROUNDS; round++) {
            for (var wanted : everything) {
                if (wanted.folded().replace(" ", "").length() < LONG_ENOUGH) {
                    continue;
                }
                ask(accented, wanted, Typist.slip(wanted.name, random));
                ask(folded, wanted, Typist.slip(wanted.folded(), random));
                ask(bare, wanted,
                        Folding.fold(wanted.kind.word()) + " " + Typist.slip(wanted.folded(), random));
                ask(prefixed, wanted, wanted.kind.word() + " " + Typist.slip(wanted.name, random));
            }
        }
        return List.of(accented, folded, prefixed, bare);
    }

    private void ask(Score score, Wanted wanted, String typed) {
        score.all++;
        var found = finder.find(typed);
        var first = found.stream().flatMap(candidate -> ids(candidate).stream()).distinct().limit(FIRST)
                .toList();
        var told = typed + " → " + first + " for " + wanted.name;
        if (first.stream().noneMatch(wanted.ids::contains)) {
            score.misses.add(told);
        }
        if (found.size() == 1 && ids(found.getFirst()).stream().noneMatch(wanted.ids::contains)) {
            score.wrong.add(told);
        }
    }

    /// The ids that a candidate stands for.
    static List<String> ids(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfUnit(var unit, _) -> List.of(unit.id().toString());
            case Candidate.OfDistrict district -> List.of("district:" + district.slug());
            case Candidate.OfOlderName(var older) ->
                Stream.concat(older.now().stream(), Stream.of(older.became()))
                        .map(unit -> unit.id().toString()).toList();
            case Candidate.OfHamlet(var hamlet, _) -> List.of(hamlet.to().id().toString());
            case Candidate.Outside outside -> List.of(outside.name());
        };
    }
}
