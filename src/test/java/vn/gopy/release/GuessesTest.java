package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.Item.Fate;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Mood.Group;
import vn.gopy.topic.Topic;

/// Residents correct what the program guessed, and the figures tell how often.
final class GuessesTest {
    private static final Rule RULE = new Rule(10, 5);
    private static final Set<Table> GUESSES = Set.of(Table.MOOD_GUESSES, Table.TOPIC_GUESSES);
    @TempDir
    private Path folder;
    private Village village;
    private int next;

    @BeforeEach
    void open() {
        village = new Village(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void tap(int persons, int mood, Topic topic) {
        village.crowd(next, persons, new Said("2026-09-02T09:00", mood, topic, Village.HOANH_BO));
        next += persons;
    }

    private void type(int persons, Mood guess, Mood told) {
        tap(persons, told.value(), Topic.GIAY_TO);
        village.guessed(next - persons, persons, guess.value(), Topic.GIAY_TO);
    }

    private void type(int persons, Topic guess, Topic told) {
        tap(persons, 4, told);
        village.guessed(next - persons, persons, 4, guess);
    }

    private Sheet september() {
        village.publish("2026-10-05T03:00");
        return village.province("2026-09");
    }

    private static int told(Sheet sheet, Group guess, Group told) {
        return Village.shown(sheet, new Item.MoodGuess(Optional.of(guess), told));
    }

    private static int fate(Sheet sheet, Topic topic, Fate fate) {
        return Village.shown(sheet, new Item.TopicGuess(topic, fate));
    }

    /// Every cell holds ten or more, but for those who were guessed satisfied and told the opposite.
    private void moods(int opposite) {
        type(52, Mood.SATISFIED, Mood.VERY_SATISFIED);
        type(21, Mood.SATISFIED, Mood.NEUTRAL);
        type(opposite, Mood.SATISFIED, Mood.DISSATISFIED);
        type(11, Mood.NEUTRAL, Mood.SATISFIED);
        type(34, Mood.NEUTRAL, Mood.NEUTRAL);
        type(15, Mood.NEUTRAL, Mood.DISSATISFIED);
        type(16, Mood.DISSATISFIED, Mood.SATISFIED);
        type(12, Mood.DISSATISFIED, Mood.NEUTRAL);
        type(63, Mood.VERY_DISSATISFIED, Mood.DISSATISFIED);
        tap(30, 4, Topic.KHAC);
        tap(31, 3, Topic.KHAC);
        tap(32, 2, Topic.KHAC);
    }

    @Test
    void a_village_corrects_guessed_moods_and_the_matrix_says_how_often() {
        moods(13);

        var sheet = september();

        assertEquals(85, Village.shown(sheet, new Item.MoodGuessed(Optional.of(Group.SATISFIED))));
        assertEquals(50, told(sheet, Group.SATISFIED, Group.SATISFIED));
        assertEquals(20, told(sheet, Group.SATISFIED, Group.NEUTRAL));
        assertEquals(15, told(sheet, Group.SATISFIED, Group.DISSATISFIED));
        assertEquals(65, told(sheet, Group.DISSATISFIED, Group.DISSATISFIED));
        assertEquals(95, Village.shown(sheet, new Item.MoodGuessed(Optional.empty())));
        assertEquals(59, sheet.share(new Item.MoodGuess(Optional.of(Group.SATISFIED), Group.SATISFIED))
                .orElseThrow().percent());
    }

    @Test
    void a_planted_cell_of_four_stays_hidden_and_cannot_be_had_from_the_sums() {
        moods(4);

        var sheet = september();

        assertEquals(0, told(sheet, Group.SATISFIED, Group.DISSATISFIED));
        assertEquals(0, told(sheet, Group.SATISFIED, Group.NEUTRAL));
        assertEquals(0, told(sheet, Group.NEUTRAL, Group.DISSATISFIED));
        assertEquals(35, told(sheet, Group.NEUTRAL, Group.NEUTRAL));
        assertEquals(50, told(sheet, Group.SATISFIED, Group.SATISFIED));
        assertEquals(65, told(sheet, Group.DISSATISFIED, Group.DISSATISFIED));
        assertEquals(75, Village.shown(sheet, new Item.MoodGuessed(Optional.of(Group.SATISFIED))));
    }

    @Test
    void a_guessed_topic_is_kept_by_most_and_changed_by_some() {
        type(47, Topic.DI_LAI, Topic.DI_LAI);
        type(18, Topic.DI_LAI, Topic.HA_TANG);
        type(26, Topic.HA_TANG, Topic.HA_TANG);
        type(3, Topic.HA_TANG, Topic.DI_LAI);
        tap(22, 4, Topic.DI_LAI);

        var sheet = september();

        assertEquals(65, fate(sheet, Topic.DI_LAI, Fate.GUESSED));
        assertEquals(45, fate(sheet, Topic.DI_LAI, Fate.KEPT));
        assertEquals(20, fate(sheet, Topic.DI_LAI, Fate.CHANGED));
        assertEquals(25, fate(sheet, Topic.DI_LAI, Fate.OTHERWISE));
        assertEquals(30, fate(sheet, Topic.HA_TANG, Fate.GUESSED));
        assertEquals(0, fate(sheet, Topic.HA_TANG, Fate.KEPT));
        assertEquals(0, fate(sheet, Topic.HA_TANG, Fate.CHANGED));
        assertEquals(0, fate(sheet, Topic.HA_TANG, Fate.OTHERWISE));
    }

    @Test
    void it_is_told_what_a_guess_is_corrected_to_and_four_who_did_otherwise_are_not_found() {
        type(47, Topic.DI_LAI, Topic.DI_LAI);
        type(18, Topic.DI_LAI, Topic.HA_TANG);
        type(14, Topic.DI_LAI, Topic.PHUC_VU);
        type(12, Topic.DI_LAI, Topic.GIAY_TO);
        type(4, Topic.DI_LAI, Topic.AN_NINH);
        tap(30, 4, Topic.DI_LAI);
        for (var topic : List.of(Topic.HA_TANG, Topic.PHUC_VU, Topic.GIAY_TO)) {
            type(25, topic, topic);
            type(12, topic, Topic.KHAC);
            tap(35, 4, topic);
        }

        var sheet = september();

        assertEquals(20, corrected(sheet, Topic.HA_TANG));
        assertEquals(15, corrected(sheet, Topic.PHUC_VU));
        assertEquals(0, corrected(sheet, Topic.GIAY_TO));
        assertEquals(0, corrected(sheet, Topic.AN_NINH));
        assertEquals(21, sheet.share(new Item.TopicCorrected(Topic.DI_LAI, Topic.HA_TANG)).orElseThrow()
                .percent());
    }

    private static int corrected(Sheet sheet, Topic told) {
        return Village.shown(sheet, new Item.TopicCorrected(Topic.DI_LAI, told));
    }

    @Test
    void persons_are_counted_by_their_last_guess_not_by_their_messages() {
        for (int minute = 10; minute < 20; minute++) {
            village.crowd(0, 40, new Said("2026-09-01T09:" + minute, 1, Topic.DI_LAI, Village.HOANH_BO));
        }
        village.guessed(0, 40, 5, Topic.BAN_SAC);
        village.crowd(0, 40, new Said("2026-09-01T10:00", 5, Topic.KHAC, Village.HOANH_BO));
        village.guessed(0, 40, 2, Topic.KHAC);
        next = 40;
        type(50, Mood.SATISFIED, Mood.SATISFIED);
        type(25, Mood.NEUTRAL, Mood.NEUTRAL);
        tap(20, 3, Topic.KHAC);

        var sheet = september();

        assertEquals(40, fate(sheet, Topic.KHAC, Fate.GUESSED));
        assertEquals(0, fate(sheet, Topic.BAN_SAC, Fate.GUESSED));
        assertEquals(50, Village.shown(sheet, new Item.MoodGuessed(Optional.of(Group.SATISFIED))));
        assertEquals(40, Village.shown(sheet, new Item.MoodGuessed(Optional.of(Group.DISSATISFIED))));
    }

    @Test
    void a_release_of_before_guesses_were_counted_stays_readable() {
        moods(13);
        var release = village.publish("2026-10-05T03:00").orElseThrow();
        var old = village.releases.sheets(release).stream().map(GuessesTest::withoutGuesses).toList();
        village.database.ledger().commit(tx -> {
            tx.run("DELETE FROM release_cell WHERE cube_table IN ('mood_guesses', 'topic_guesses')");
            return tx.run("UPDATE release SET hash = ?", ReleaseDocument.hash(release, old));
        });

        var reopened = Releases.open(village.database);

        assertEquals(1, reopened.list().size());
        var sheet = reopened.sheet(Area.PROVINCE, Period.parse("2026-09").orElseThrow()).orElseThrow();
        assertEquals(330, Village.people(sheet));
        assertEquals(0, told(sheet, Group.SATISFIED, Group.SATISFIED));
    }

    private static Sheet withoutGuesses(Sheet sheet) {
        var counts = new HashMap<>(sheet.counts());
        counts.keySet().removeIf(item -> GUESSES.contains(item.table()));
        return new Sheet(sheet.area(), sheet.period(), sheet.rule(), counts);
    }

    @Test
    void whatever_moods_are_guessed_no_few_persons_can_be_worked_out_by_adding_and_subtracting() {
        var chance = new Random(11);
        var ties = Tie.of(List.of()).stream().filter(GuessesTest::isOfMoods).toList();
        int shown = 0;
        for (int round = 0; round < 300; round++) {
            var truth = anyMoods(chance, 1 + chance.nextInt(400));
            var hidden = Suppression.of(RULE, ties, truth);
            var cells = cells();
            shown += cells.stream().anyMatch(cell -> !hidden.contains(cell)) ? 1 : 0;

            assertEquals(List.of(), new Subtraction(sums(ties), hidden).finds(cells, truth, RULE.k()));
        }
        assertTrue(shown > 100, "shown in " + shown);
    }

    /// Each row and column is safe by itself; two rows less a column leave six persons.
    @Test
    void a_small_group_between_rows_and_columns_is_seen_by_the_auditor_and_closed() {
        var ties = Tie.of(List.of()).stream().filter(GuessesTest::isOfMoods).toList();
        var cells = cells();
        var persons = List.of(20, 1, 2, 20, 2, 1, 20, 20, 20, 20, 20, 20);
        var truth = new HashMap<Cell, Integer>();
        cells.forEach(cell -> truth.put(cell, persons.get(cells.indexOf(cell))));
        sums(ties).reversed().forEach(sum -> truth.put(sum.whole(),
                sum.parts().stream().mapToInt(part -> truth.getOrDefault(part, 0)).sum()));
        var hidden = Set.copyOf(List.of(0, 1, 2, 3, 4, 5, 7, 8).stream().map(cells::get).toList());

        assertEquals(4, new Subtraction(sums(ties), hidden).finds(cells, truth, RULE.k()).size());
        assertEquals(List.of(), objections(List.copyOf(sums(ties)), truth, hidden));
        assertFalse(objections(ties, truth, hidden).isEmpty());
        assertEquals(List.of(), objections(ties, truth, Suppression.of(RULE, ties, truth)));
    }

    private static List<String> objections(List<Tie> ties, Map<Cell, Integer> truth, Set<Cell> hidden) {
        var september = Period.parse("2026-09").orElseThrow();
        return new RuleAuditor().objections(new Draft(september, RULE, ties, truth, hidden));
    }

    private static Map<Cell, Integer> anyMoods(Random chance, int most) {
        var truth = new HashMap<Cell, Integer>();
        int all = 0;
        for (var told : Group.values()) {
            int persons = chance.nextInt(most);
            truth.put(new Cell(Area.PROVINCE, new Item.MoodOf(told)), persons);
            all += persons;
        }
        truth.put(new Cell(Area.PROVINCE, new Item.MoodBase()), all);
        AnyGuesses.of(chance).moods(truth);
        return truth;
    }

    private static List<Cell> cells() {
        return Item.every().stream().filter(Item.MoodGuess.class::isInstance)
                .map(item -> new Cell(Area.PROVINCE, item)).toList();
    }

    private static boolean isOfMoods(Tie tie) {
        return switch (tie) {
            case Tie.Sum(var whole, var parts) -> whole.item().table() == Table.MOODS
                    || parts.getFirst().item().table() == Table.MOOD_GUESSES;
            case Tie.Grid _ -> true;
            case Tie.Cover _,Tie.Made _,Tie.Within _ -> false;
        };
    }

    private static List<Tie.Sum> sums(List<Tie> ties) {
        return ties.stream().filter(Tie.Sum.class::isInstance).map(Tie.Sum.class::cast).toList();
    }
}
