package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.gopy.place.Gazetteer;
import vn.gopy.topic.Mood;

/// Persons who change places or say something else, so that nobody can tell.
final class ExchangeTest {
    private static final Area HOANH_BO = new Area("07030");
    private static final Rule RULE = Village.SETTINGS.rule();

    private final Division division = new Division(Borders.of(Gazetteer.open("quang-ninh")),
            Period.Kind.QUARTER);
    private final Kinship kinship = new Kinship(division.allTies());
    private final Set<Area> areas = division.allTies().stream().flatMap(tie -> tie.cells().stream())
            .map(Cell::area).collect(Collectors.toSet());

    private static int more(Change change, Cell cell) {
        return change.in(cell.area()).getOrDefault(cell.item(), 0);
    }

    @Test
    void whatever_somebody_says_instead_persons_still_add_up_in_every_table() {
        var ties = Tie.of(List.of(HOANH_BO));

        for (var change : Change.EVERY) {
            for (var tie : ties) {
                if (tie instanceof Tie.Sum(var whole, var parts)) {
                    assertEquals(more(change, whole),
                            parts.stream().mapToInt(part -> more(change, part)).sum(),
                            () -> change + " in " + whole);
                }
            }
        }
        assertEquals(Change.EVERY.size(), Set.copyOf(Change.EVERY).size());
        assertTrue(Change.EVERY.stream().noneMatch(change -> change.all().isEmpty()));
    }

    /// By old and new borders alike: each area gains what its parts gain.
    @Test
    void persons_who_move_in_a_circle_add_up_by_all_borders() {
        var network = new Network(areas, kinship);
        for (var pipe : network.pipes()) {
            for (int way : List.of(1, -1)) {
                var circle = network.circle(new Network.Step(pipe, way), _ -> 1);
                var gained = new HashMap<Area, Integer>();
                circle.forEach(step -> gained.put(step.pipe().area(), step.way()));

                assertEquals(way, gained.getOrDefault(pipe.area(), 0));
                for (var tie : division.allTies()) {
                    if (tie instanceof Tie.Made(var whole, var parts)
                            && whole.item() instanceof Item.People) {
                        assertEquals(gained.getOrDefault(whole.area(), 0), parts.stream()
                                .mapToInt(part -> gained.getOrDefault(part.area(), 0)).sum(),
                                () -> pipe.area() + " in " + whole.area());
                    }
                }
            }
        }
    }

    @Test
    void where_no_other_area_has_room_there_is_no_circle() {
        var network = new Network(areas, kinship);
        var first = new Network.Step(network.of(HOANH_BO).getFirst(), 1);

        assertEquals(List.of(), network.circle(first, _ -> 0));
        assertFalse(network.circle(first, _ -> 1).isEmpty());
    }

    /// Of 13 to 17 persons 10 to 12 told the mood that is shown: three are left. Of 43 to 47 many more may be.
    @Test
    void an_exchange_shows_no_group_to_be_safe_that_is_not() {
        var people = province(new Item.People());
        var base = province(new Item.MoodBase());
        var moods = List.of(Mood.Group.values()).stream().map(group -> province(new Item.MoodOf(group)))
                .toList();
        var ties = List.<Tie>of(new Tie.Sum(base, moods), new Tie.Within(people, base));
        var truth = Map.of(people, 80, base, 43, moods.get(0), 3, moods.get(1), 20, moods.get(2), 20);
        var week = Period.parse("2026-W36").orElseThrow();

        var both = new Draft(week, RULE, ties, truth, Set.of(moods.get(0), moods.get(1)));
        var tight = new Draft(week, RULE, List.of(ties.getFirst()),
                Map.of(base, 13, moods.get(0), 3, moods.get(1), 0, moods.get(2), 10),
                Set.of(moods.get(0), moods.get(1)));

        assertEquals(List.of(), Lattice.likely(both));
        assertFalse(Lattice.likely(tight).isEmpty());
    }

    private static Cell province(Item item) {
        return new Cell(Area.PROVINCE, item);
    }
}
