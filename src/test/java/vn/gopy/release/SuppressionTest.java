package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gopy.topic.Mood;

final class SuppressionTest {
    private static final Rule RULE = new Rule(10, 5);
    private static final Period MONTH = Period.containing(Period.Kind.MONTH, LocalDate.of(2026, 10, 1));
    private static final Cell BASE = province(new Item.MoodBase());
    private static final Cell LOW = province(new Item.MoodOf(Mood.Group.DISSATISFIED));
    private static final Cell MID = province(new Item.MoodOf(Mood.Group.NEUTRAL));
    private static final Cell HIGH = province(new Item.MoodOf(Mood.Group.SATISFIED));
    private static final List<Tie> MOODS = List.of(new Tie.Sum(BASE, List.of(LOW, MID, HIGH)));

    private static Cell province(Item item) {
        return new Cell(Area.PROVINCE, item);
    }

    private static Map<Cell, Integer> moods(int low, int mid, int high) {
        return Map.of(BASE, low + mid + high, LOW, low, MID, mid, HIGH, high);
    }

    @Test
    void one_hidden_mood_hides_the_next_smallest() {
        assertEquals(Set.of(LOW, MID), Suppression.of(RULE, MOODS, moods(3, 20, 50)));
        assertEquals(Set.of(), Suppression.of(RULE, MOODS, moods(10, 20, 50)));
    }

    @Test
    void two_hidden_moods_that_hold_few_persons_together_hide_the_third() {
        assertEquals(Set.of(LOW, MID, HIGH), Suppression.of(RULE, MOODS, moods(3, 4, 50)));
        assertEquals(Set.of(LOW, MID, HIGH), Suppression.of(RULE, MOODS, moods(0, 0, 50)));
        assertEquals(Set.of(LOW, MID), Suppression.of(RULE, MOODS, moods(6, 7, 50)));
    }

    @Test
    void the_auditor_finds_a_weakness_that_was_planted() {
        var truth = moods(3, 20, 50);

        assertFalse(objections(truth, Set.of(LOW)).isEmpty());
        assertFalse(objections(truth, Set.of()).isEmpty());
        assertFalse(objections(truth, Set.of(BASE, LOW, MID)).isEmpty());
        assertFalse(objections(moods(3, 4, 50), Set.of(LOW, MID)).isEmpty());
        assertTrue(objections(truth, Set.of(LOW, MID)).isEmpty());
    }

    private static List<String> objections(Map<Cell, Integer> truth, Set<Cell> hidden) {
        return new RuleAuditor().objections(new Draft(MONTH, RULE, MOODS, truth, hidden));
    }

    @Test
    void whatever_a_province_says_the_auditor_has_nothing_to_object() {
        var chance = new Random(7);
        var parts = List.of(new Area("06652"), new Area("06658"), new Area("06661"), Area.UNCLEAR);
        var ties = Tie.of(parts);
        for (int round = 0; round < 500; round++) {
            var truth = anyTruth(chance, parts);
            var draft = new Draft(MONTH, RULE, ties, truth, Suppression.of(RULE, ties, truth));
            assertEquals(List.of(), new RuleAuditor().objections(draft));
        }
    }

    /// Each part says something; the province is what its parts are together, as if nobody spoke twice.
    private static Map<Cell, Integer> anyTruth(Random chance, List<Area> parts) {
        var truth = new HashMap<Cell, Integer>();
        Item.every().forEach(item -> truth.put(province(item), 0));
        for (var part : parts) {
            int most = 1 + chance.nextInt(60);
            Item.ofCommune().forEach(item -> truth.put(new Cell(part, item), chance.nextInt(most)));
            int base = 0;
            for (var group : Mood.Group.values()) {
                base += truth.getOrDefault(new Cell(part, new Item.MoodOf(group)), 0);
            }
            truth.put(new Cell(part, new Item.MoodBase()), base);
            truth.put(new Cell(part, new Item.People()), base + chance.nextInt(most));
        }
        Item.ofCommune().forEach(item -> truth.put(province(item),
                parts.stream().mapToInt(part -> truth.getOrDefault(new Cell(part, item), 0)).sum()));
        AnyGuesses.of(chance).addTo(truth);
        return truth;
    }
}
