package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.UnitId;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

final class ReleaseTest {
    private static final Area HOANH_BO = new Area("07030");
    @TempDir
    private Path folder;
    private Village village;

    @BeforeEach
    void open() {
        village = new Village(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private static Said said(String when, int mood, Topic topic) {
        return new Said(when, mood, topic, Village.HOANH_BO);
    }

    @Test
    void nothing_is_published_before_anybody_spoke() {
        assertEquals(Optional.empty(), village.publish("2026-11-23T03:00"));
        assertTrue(village.releases.list().isEmpty());
    }

    @Test
    void only_periods_that_are_over_are_published_and_only_once() {
        village.crowd(0, 40, said("2026-10-14T09:00", 4, Topic.DI_LAI));

        var release = village.publish("2026-11-02T03:00").orElseThrow();

        assertEquals(List.of("2026-W42", "2026-W43", "2026-W44", "2026-10"),
                release.periods().stream().map(Period::code).toList());
        assertEquals("2026-11-02", release.id());
        assertEquals(List.of(release), village.announced);
        assertEquals(Optional.empty(), village.publish("2026-11-02T03:00"));
        assertEquals(Optional.empty(), village.publish("2026-11-08T23:59"));
        assertEquals(List.of("2026-W45"),
                village.publish("2026-11-09T00:00").orElseThrow().periods().stream().map(Period::code)
                        .toList());
    }

    @Test
    void nine_persons_show_nothing_at_any_level() {
        village.crowd(0, 9, said("2025-02-14T09:00", 2, Topic.GIAY_TO));

        village.publish("2026-01-05T03:00");

        var all = village.releases.sheets(village.releases.latest().orElseThrow());
        assertTrue(all.size() > 900);
        assertTrue(all.stream().allMatch(sheet -> sheet.hiddenCells() == sheet.counts().size()));
    }

    @Test
    void ten_to_twelve_persons_are_one_number_and_none_to_nine_are_none() {
        village.crowd(0, 10, said("2026-09-02T09:00", 0, Topic.KHAC));
        village.crowd(100, 12, said("2026-09-09T09:00", 0, Topic.KHAC));
        village.crowd(200, 13, said("2026-09-16T09:00", 0, Topic.KHAC));
        village.crowd(300, 9, said("2026-09-23T09:00", 0, Topic.KHAC));

        village.publish("2026-10-05T03:00");

        assertEquals(10, Village.people(village.province("2026-W36")));
        assertEquals(10, Village.people(village.province("2026-W37")));
        assertEquals(15, Village.people(village.province("2026-W38")));
        assertEquals(new Count.Hidden(), village.province("2026-W39").count(new Item.People()));
        assertEquals(new Count.Hidden(), village.province("2026-W40").count(new Item.People()));
        assertEquals(45, Village.people(village.province("2026-09")));
    }

    @Test
    void persons_are_counted_not_messages_and_the_last_mood_counts() {
        for (int message = 10; message < 40; message++) {
            village.crowd(0, 12, said("2026-09-01T09:" + message, 1, Topic.DI_LAI));
        }
        village.crowd(0, 12, said("2026-09-01T10:00", 5, Topic.HA_TANG));
        village.crowd(100, 14, said("2026-09-01T10:00", 2, Topic.HA_TANG));
        village.crowd(200, 16, said("2026-09-01T10:00", 3, Topic.HA_TANG));

        village.publish("2026-10-05T03:00");

        var september = village.province("2026-09");
        assertEquals(40, Village.people(september));
        assertEquals(10, Village.mood(september, Mood.Group.SATISFIED));
        assertEquals(15, Village.mood(september, Mood.Group.DISSATISFIED));
        assertEquals(10, Village.shown(september, new Item.TopicOf(Topic.DI_LAI)));
        assertEquals(10, Village.shown(september, new Item.TopicMood(Topic.HA_TANG, Mood.Group.SATISFIED)));
        assertEquals(40, Village.shown(september, new Item.TopicOf(Topic.HA_TANG)));
    }

    @Test
    void an_old_unit_counts_in_the_new_one_that_took_it_whole_and_a_split_one_stays_unclear() {
        var whole = village.gazetteer.oldUnits().stream()
                .filter(unit -> !village.gazetteer.isSplit(unit.id()))
                .map(unit -> unit.id())
                .filter(id -> Borders.of(village.gazetteer).areaOf(id).equals(HOANH_BO))
                .findFirst().orElseThrow();
        var split = village.gazetteer.oldUnits().stream().map(unit -> unit.id())
                .filter(village.gazetteer::isSplit)
                .findFirst().orElseThrow();
        village.crowd(0, 30, new Said("2026-09-01T10:00", 4, Topic.TEN_GOI, whole.toString()));
        village.crowd(100, 20, new Said("2026-09-01T10:00", 4, Topic.TEN_GOI, split.toString()));
        village.crowd(200, 15, new Said("2026-09-01T10:00", 4, Topic.TEN_GOI, "unclear"));
        village.crowd(300, 25, new Said("2026-09-01T10:00", 4, Topic.TEN_GOI, "outside"));

        village.publish("2026-10-05T03:00");

        assertEquals(30, Village.people(village.sheet(HOANH_BO, "2026-09")));
        assertEquals(35, Village.people(village.sheet(Area.UNCLEAR, "2026-09")));
        assertEquals(65, Village.people(village.province("2026-09")));
        assertEquals(25, Village.shown(village.province("2026-09"), new Item.Outside()));
    }

    @Test
    void what_is_filed_for_others_is_counted_apart() {
        village.crowd(0, 20, said("2026-09-01T10:00", 4, Topic.TEN_GOI));
        for (int person = 0; person < 11; person++) {
            village.speakForOthers(person, said("2026-09-01T11:00", 1, Topic.DAT_DAI));
        }

        village.publish("2026-10-05T03:00");

        assertEquals(20, Village.people(village.province("2026-09")));
        assertEquals(10, Village.shown(village.province("2026-09"), new Item.OnBehalf()));
        assertEquals(0, Village.shown(village.province("2026-09"), new Item.TopicOf(Topic.DAT_DAI)));
    }

    @Test
    void communes_have_no_weeks() {
        village.crowd(0, 50, said("2026-09-02T09:00", 0, Topic.KHAC));
        village.publish("2026-10-05T03:00");

        assertEquals(Optional.empty(),
                village.releases.sheet(HOANH_BO, Period.parse("2026-W36").orElseThrow()));
    }

    @Test
    void late_opinions_go_into_the_next_release_and_change_no_published_one() {
        village.crowd(0, 20, said("2026-09-02T09:00", 4, Topic.KHAC));
        village.publish("2026-09-07T03:00");
        var before = village.province("2026-W36");

        village.crowd(100, 15, said("2026-09-02T09:00", 4, Topic.KHAC));
        village.crowd(200, 25, said("2026-09-09T09:00", 4, Topic.KHAC));
        village.publish("2026-09-14T03:00");

        assertEquals(before, village.province("2026-W36"));
        assertEquals(40, Village.people(village.province("2026-W37")));
        village.publish("2026-10-05T03:00");
        assertEquals(60, Village.people(village.province("2026-09")));
        assertEquals(0, Village.people(village.province("2026-W38")));
    }

    @Test
    void an_erasure_never_changes_a_published_release() {
        village.crowd(0, 40, said("2026-09-02T09:00", 4, Topic.KHAC));
        var release = village.publish("2026-10-05T03:00").orElseThrow();
        var document = ReleaseDocument.of(release, village.releases.sheets(release));

        for (int person = 0; person < 40; person++) {
            village.erase(person);
        }
        var reopened = Releases.open(village.database);

        assertEquals(Optional.empty(), village.publish("2026-10-05T04:00"));
        assertEquals(List.of(release), reopened.list());
        assertEquals(new String(document, StandardCharsets.UTF_8),
                new String(ReleaseDocument.of(release, reopened.sheets(release)),
                        StandardCharsets.UTF_8));
    }

    @Test
    void a_release_whose_cells_were_changed_is_not_shown() {
        village.crowd(0, 40, said("2026-09-02T09:00", 4, Topic.KHAC));
        village.publish("2026-10-05T03:00");

        village.database.ledger().commit(tx -> tx.run("""
                UPDATE release_cell
                   SET persons = 35
                 WHERE persons = 40 AND area = 'province' AND item = 'khac' AND kind = 'MONTH'
                """));

        assertTrue(Releases.open(village.database).list().isEmpty());
    }

    @Test
    void a_single_hidden_commune_hides_another_so_that_the_province_does_not_give_it_away() {
        var units = village.gazetteer.newUnits().stream().map(unit -> unit.id()).toList();
        int first = 0;
        for (var unit : units) {
            int persons = unit.equals(units.get(5)) ? 4 : unit.equals(units.get(9)) ? 21 : 33;
            village.crowd(first, persons, new Said("2026-09-02T09:00", 0, Topic.KHAC, unit.toString()));
            first += 100;
        }
        village.crowd(first, 40, new Said("2026-09-02T09:00", 0, Topic.KHAC, "unclear"));

        village.publish("2026-10-05T03:00");

        assertEquals(0, Village.people(village.sheet(Area.of(units.get(5)), "2026-09")));
        assertEquals(0, Village.people(village.sheet(Area.of(units.get(9)), "2026-09")));
        assertEquals(35, Village.people(village.sheet(Area.of(units.get(8)), "2026-09")));
    }

    @Test
    void a_unit_of_another_province_cannot_be_filed_under() {
        assertEquals(Area.UNCLEAR, Borders.of(village.gazetteer).areaOf(UnitId.ofNew("00001")));
        assertFalse(Borders.of(village.gazetteer).parts().contains(Area.PROVINCE));
    }
}
