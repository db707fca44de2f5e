package vn.gopy.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class GazetteerTest {
    private static final Gazetteer QUANG_NINH = Gazetteer.open("quang-ninh");

    @Test
    void the_sums_of_the_resolution_hold() {
        var old = QUANG_NINH.oldUnits();

        assertEquals(171, old.size());
        assertEquals(54, QUANG_NINH.newUnits().size());
        assertEquals(184, old.stream().mapToInt(u -> QUANG_NINH.successorsOf(u.id()).size()).sum());
        assertEquals(184,
                QUANG_NINH.newUnits().stream().mapToInt(u -> QUANG_NINH.predecessorsOf(u.id()).size()).sum());
        assertEquals(12, old.stream().filter(u -> QUANG_NINH.isSplit(u.id())).count());
        assertEquals(25, old.stream().filter(u -> QUANG_NINH.isSplit(u.id()))
                .mapToInt(u -> QUANG_NINH.successorsOf(u.id()).size()).sum());
    }

    @Test
    void new_units_are_22_xa_30_phuong_and_2_dac_khu() {
        var kinds = QUANG_NINH.newUnits().stream()
                .collect(Collectors.groupingBy(Unit::kind, Collectors.counting()));

        assertEquals(22, kinds.get(Unit.Kind.XA));
        assertEquals(30, kinds.get(Unit.Kind.PHUONG));
        assertEquals(2, kinds.get(Unit.Kind.DAC_KHU));
    }

    @Test
    void an_edge_is_whole_exactly_when_the_old_unit_was_not_split() {
        for (var unit : QUANG_NINH.oldUnits()) {
            var edges = QUANG_NINH.successorsOf(unit.id());
            assertTrue(edges.stream().allMatch(edge -> edge.whole() == (edges.size() == 1)), unit.title());
            assertTrue(edges.stream().filter(Succession::likelyMain).count() <= 1, unit.title());
        }
    }

    @Test
    void every_edge_names_its_clause_and_each_new_unit_has_one_clause() {
        var clauses = QUANG_NINH.newUnits().stream().map(unit -> {
            var own = QUANG_NINH.predecessorsOf(unit.id()).stream().map(Succession::clause)
                    .collect(Collectors.toSet());
            assertEquals(1, own.size(), unit.title());
            return own.iterator().next();
        }).collect(Collectors.toSet());

        assertEquals(54, clauses.size());
        assertTrue(clauses.stream().allMatch(clause -> clause >= 1 && clause <= 54));
    }

    @Test
    void le_loi_of_ha_long_went_whole_to_hoanh_bo_by_clause_44() {
        var edges = QUANG_NINH.successorsOf(UnitId.old("07066"));

        assertEquals(1, edges.size());
        assertEquals("phường Hoành Bồ", edges.getFirst().to().title());
        assertEquals(44, edges.getFirst().clause());
    }

    @Test
    void hai_lang_was_split_in_three_and_likely_stayed_hai_lang() {
        var edges = QUANG_NINH.successorsOf(UnitId.old("06886"));

        assertEquals(3, edges.size());
        var main = edges.stream().filter(Succession::likelyMain).toList();
        assertEquals("06886", main.getFirst().to().id().code());
        assertEquals("B", main.getFirst().grade());
    }

    @Test
    void borders_are_mutual_and_tiles_do_not_overlap() {
        for (var unit : QUANG_NINH.newUnits()) {
            for (var neighbour : QUANG_NINH.facts(unit.id()).orElseThrow().neighbours()) {
                assertTrue(QUANG_NINH.facts(neighbour.id()).orElseThrow().neighbours().contains(unit));
            }
        }
        var tiles = QUANG_NINH.newUnits().stream().map(unit -> QUANG_NINH.facts(unit.id()).orElseThrow())
                .map(facts -> List.of(facts.column(), facts.row())).collect(Collectors.toSet());
        assertEquals(54, tiles.size());
    }

    @Test
    void a_figure_without_source_is_empty_not_guessed() {
        var hoanhBo = QUANG_NINH.facts(UnitId.ofNew("07030")).orElseThrow();

        assertTrue(hoanhBo.population().isEmpty());
        assertEquals(List.of("computed"), hoanhBo.sources());
    }

    @Test
    void thirteen_districts_hold_every_old_unit_once() {
        var districts = QUANG_NINH.districts();

        assertEquals(13, districts.size());
        assertEquals(171, districts.stream().mapToInt(d -> d.units().size()).sum());
        assertTrue(districts.stream().map(District::slug).collect(Collectors.toSet()).containsAll(
                Set.of("ha-long", "mong-cai", "cam-pha", "uong-bi", "dong-trieu", "quang-yen", "co-to")));
        assertEquals(13, QUANG_NINH.olderDistricts().getFirst().units().size());
    }

    @Test
    void dai_thanh_has_no_one_new_unit() {
        var daiThanh = QUANG_NINH.olderNames().stream().filter(n -> n.name().equals("Đại Thành")).findFirst()
                .orElseThrow();

        assertTrue(daiThanh.now().isEmpty());
        assertTrue(QUANG_NINH.isSplit(daiThanh.became().id()));
    }

    @Test
    void a_quarter_of_trung_vuong_decides_where_it_went() {
        var hamlets = QUANG_NINH.hamletsOf(UnitId.old("06820"));

        assertEquals(4, hamlets.size());
        assertEquals("06811", hamlets.getFirst().to().id().code());
        assertEquals("06820",
                hamlets.stream().filter(Hamlet::others).findFirst().orElseThrow().to().id().code());
    }

    @Test
    void a_broken_file_is_refused_with_its_line() {
        var code = assertThrows(PlaceException.class, () -> Gazetteer.open("broken-code"));
        var column = assertThrows(PlaceException.class, () -> Gazetteer.open("broken-column"));
        var number = assertThrows(PlaceException.class, () -> Gazetteer.open("broken-number"));
        var missing = assertThrows(PlaceException.class, () -> Gazetteer.open("nowhere"));

        assertEquals("/config/places/broken-code/successions.csv line 3: unknown code 00009",
                code.getMessage());
        assertEquals("/config/places/broken-column/units.csv line 2: column seat is missing",
                column.getMessage());
        assertEquals("/config/places/broken-number/units.csv line 2: column area_km2 is not a number: một",
                number.getMessage());
        assertEquals("/config/places/nowhere/units.csv: no such file", missing.getMessage());
        assertThrows(PlaceException.class, () -> Gazetteer.open("../secrets"));
    }

    @Test
    void opening_is_quick() {
        var threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = threads.getCurrentThreadCpuTime();
            Gazetteer.open("quang-ninh");
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }

        assertTrue(best <= 50_000_000, "took " + best / 1_000_000 + " ms");
    }
}
