package vn.gopy.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;

/// Every old and new unit and every older name, typed in many ways.
final class UnitFinderTypingTest {
    private static final Gazetteer QUANG_NINH = Gazetteer.open("quang-ninh");
    private static final UnitFinder FINDER = UnitFinder.of(QUANG_NINH);

    /// A name with the ids of which one must be among the first three.
    private record Wanted(String name, Unit.Kind kind, Set<String> ids) {}

    private static final class Score {
        private final String what;
        private final List<String> misses = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private int all;

        Score(String what) {
            this.what = what;
        }

        void ask(Wanted wanted, String typed) {
            all++;
            var found = FINDER.find(typed);
            var first = found.stream().flatMap(candidate -> ids(candidate).stream()).distinct().limit(3)
                    .toList();
            if (first.stream().noneMatch(wanted.ids::contains)) {
                misses.add(typed + " → " + first + " for " + wanted.name);
            }
            if (found.size() == 1 && ids(found.getFirst()).stream().noneMatch(wanted.ids::contains)) {
                wrong.add(typed + " → " + first + " for " + wanted.name);
            }
        }

        double share() {
            return 1 - misses.size() / (double) all;
        }

        @Override
        public String toString() {
            return "%s: %d typed, in the first three %.2f %%, silently wrong %d%n  missed %s%n  wrong %s"
                    .formatted(what, all, 100 * share(), wrong.size(), misses.stream().limit(40).toList(),
                            wrong);
        }
    }

    private static List<String> ids(Candidate candidate) {
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

    private static List<Wanted> everything() {
        var wanted = new ArrayList<Wanted>();
        Stream.concat(QUANG_NINH.newUnits().stream(), QUANG_NINH.oldUnits().stream())
                .forEach(unit -> wanted
                        .add(new Wanted(unit.name(), unit.kind(), Set.of(unit.id().toString()))));
        for (var older : QUANG_NINH.olderNames()) {
            var ids = new HashSet<>(Set.of(older.became().id().toString()));
            older.now().ifPresent(unit -> ids.add(unit.id().toString()));
            wanted.add(new Wanted(older.name(), older.kind(), ids));
        }
        assertEquals(251, wanted.size());
        return wanted;
    }

    @Test
    void every_name_is_found_however_it_is_typed() {
        var score = new Score("no slip");
        for (var wanted : everything()) {
            Typist.ways(wanted.name, wanted.kind).forEach(typed -> score.ask(wanted, typed));
        }

        System.out.println(score);
        assertTrue(score.share() >= 0.99, score.toString());
        assertEquals(List.of(), score.wrong);
    }

    @Test
    void every_name_is_found_with_one_slip() {
        var accented = new Score("one slip, with marks");
        var folded = new Score("one slip, without marks");
        var prefixed = new Score("one slip, with a prefix");
        var bare = new Score("one slip, with a prefix, without marks");
        var random = new Random(20250701);
        for (int round = 0; round < 20; round++) {
            for (var wanted : everything()) {
                if (Folding.fold(wanted.name).replace(" ", "").length() < 5) {
                    continue;
                }
                accented.ask(wanted, Typist.slip(wanted.name, random));
                folded.ask(wanted, Typist.slip(Folding.fold(wanted.name), random));
                bare.ask(wanted, Folding.fold(wanted.kind.word()) + " "
                        + Typist.slip(Folding.fold(wanted.name), random));
                prefixed.ask(wanted, wanted.kind.word() + " " + Typist.slip(wanted.name, random));
            }
        }

        for (var score : List.of(accented, folded, prefixed, bare)) {
            System.out.println(score);
            assertTrue(score.share() >= 0.99, score.toString());
            assertEquals(List.of(), score.wrong);
        }
    }

    @Test
    void districts_are_found_by_name_kind_and_letters() {
        for (var district : QUANG_NINH.districts()) {
            var id = "district:" + district.slug();
            for (var typed : List.of(district.title(), Folding.fold(district.title()),
                    "tp " + district.name(),
                    "huyện " + district.name(), "tx. " + Folding.fold(district.name()),
                    district.title().toUpperCase(Locale.ROOT))) {
                assertEquals(id, ids(FINDER.find(typed).getFirst()).getFirst(), typed);
            }
            for (var typed : List.of(district.name(), Folding.fold(district.name()))) {
                assertTrue(FINDER.find(typed).stream().anyMatch(found -> ids(found).contains(id)), typed);
            }
        }
    }
}
