package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gopy.topic.Topic;

final class CourseTest {
    private static final Rule RULE = new Rule(10, 5);
    private static final Area COMMUNE = new Area("06652");
    private static final Cell PEOPLE = new Cell(COMMUNE, new Item.People());
    private static final Cell ROADS = new Cell(COMMUNE, new Item.TopicOf(Topic.HA_TANG));
    private static final Cell PAPERS = new Cell(COMMUNE, new Item.TopicOf(Topic.GIAY_TO));
    private static final List<Tie> TIES = List.of(new Tie.Cover(PEOPLE, List.of(ROADS, PAPERS)));

    private static Draft draft(String period, int roads, int papers, Set<Cell> hidden) {
        return new Draft(Period.parse(period).orElseThrow(), RULE, TIES,
                Map.of(PEOPLE, roads + papers, ROADS, roads, PAPERS, papers), hidden);
    }

    /// In August 18 to 22 persons spoke, 13 to 17 of them of roads: one to nine spoke of papers, as many as there may
    /// be. In the quarter 23 to 27 did, 13 to 17 of them in July and 10 to 12 in September: at most four are left. Each
    /// alone is safe; together they tell that somebody did, and few.
    @Test
    void what_only_months_and_quarter_together_give_away_is_caught_and_hidden() {
        var july = draft("2026-07", 20, 13, Set.of());
        var august = draft("2026-08", 15, 3, Set.of(PAPERS));
        var september = draft("2026-09", 20, 10, Set.of());
        var quarter = draft("2026-Q3", 55, 26, Set.of());
        var auditor = new LpAuditor(Past.NONE.and(List.of(july, august, september)));
        var course = new Course(List.of(july, august, september), auditor);

        var closed = course.closed(quarter);

        assertEquals(List.of(), auditor.objections(august));
        assertEquals(List.of(), auditor.objections(quarter));
        assertFalse(course.objections(quarter).isEmpty());
        assertEquals(List.of(), course.objections(closed));
        assertFalse(closed.hidden().isEmpty());
    }
}
