package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.District;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// The pages by old borders: the province by its former districts, a district by its old units, an old unit.
final class FormerPagesTest {
    private static final String HA_LONG = "/figures/district:ha-long";
    @TempDir
    private static Path folder;
    private static FiguresHouse house;

    /// In August and September every district speaks, and in Hạ Long two old units; 25 persons tell no place. The tests
    /// only read.
    @BeforeAll
    static void summer() {
        house = new FiguresHouse(folder);
        int first = 0;
        for (var month : List.of("08", "09")) {
            for (var district : house.village.gazetteer.districts()) {
                for (var old : district.units().subList(0, 2)) {
                    say(first, 20, month, 4, old.id().toString());
                    say(first + 100, 18, month, 1, old.id().toString());
                    first += 200;
                }
            }
            say(first, 25, month, 2, "unclear");
            first += 100;
        }
        house.village.publish("2026-10-05T03:00");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static void say(int first, int persons, String month, int mood, String where) {
        house.village.crowd(first, persons,
                new Said("2026-" + month + "-14T09:00", mood, Topic.DI_LAI, where));
    }

    private String page(String address) {
        var answer = house.get(address);
        assertEquals(200, answer.statusCode(), address);
        return answer.body();
    }

    private District haLong() {
        return house.village.gazetteer.district("ha-long").orElseThrow();
    }

    private static String band(String page) {
        var found = Pattern.compile("(?s)<section class=\"band band-former\".*?</section>").matcher(page);
        assertTrue(found.find());
        return found.group();
    }

    @Test
    void the_province_by_old_borders_names_thirteen_districts_and_the_part_that_is_not_clear() {
        var page = page("/figures?borders=old&period=2026-09");

        var band = band(page);
        assertEquals(13, band.split("<a href=\"/figures/district:", -1).length - 1);
        assertTrue(band.contains("<em>Phần chưa rõ huyện, thị xã, thành phố cũ</em>"));
        assertTrue(band.contains("Thành phố Hạ Long (cũ)"));
        assertFalse(page.contains("band-map"), "the new units are not shown by old borders");
        assertTrue(page.contains("<a href=\"/figures?period=2026-09\">mới</a>"));
        assertTrue(page("/figures?period=2026-09")
                .contains("<a href=\"/figures?borders=old&amp;period=2026-09\">cũ</a>"));
    }

    @Test
    void a_week_shows_the_districts_of_the_last_month_that_was_over() {
        var band = band(page("/figures?borders=old&period=2026-W39"));

        assertTrue(band.contains("Tháng 8/2026"), band);
        assertTrue(band.contains("?period=2026-08"));
    }

    @Test
    void a_district_shows_its_old_units_by_quarter_and_what_is_unclear_of_them() {
        var band = band(page(HA_LONG + "?period=2026-Q3"));

        assertEquals(haLong().units().size(), band.split("<a href=\"/figures/old:", -1).length - 1);
        assertTrue(band.contains("phần chưa rõ xã, phường cũ</em>"));
        var early = band(page(HA_LONG + "?period=2026-08"));
        assertTrue(early.contains("Chưa có quý nào kết thúc."), early);
    }

    @Test
    void an_old_unit_has_its_own_page_by_quarter_that_leads_to_what_became_of_it() {
        var old = haLong().units().getFirst();
        var now = house.village.gazetteer.successorsOf(old.id()).getFirst().to();
        var page = page("/figures/" + old.id() + "?period=2026-Q3");

        assertTrue(page.contains("(cũ, thành phố Hạ Long)"));
        assertTrue(page.contains("Nay thuộc:"));
        assertTrue(page.contains("<a href=\"/figures/" + now.id().code() + "\">" + now.title() + "</a>"));
        assertTrue(page.contains("Địa giới cũ không có số theo chủ đề."));
        assertFalse(page.contains("band-topics"));
        assertEquals(404, house.get("/figures/" + old.id() + "?period=2026-09").statusCode());
        assertEquals(200, house.get("/figures/" + old.id()).statusCode());
    }

    @Test
    void the_filter_leads_to_places_of_either_border() {
        assertEquals("/figures/district:ha-long?period=2026-09",
                sent("area=district:ha-long&period=2026-09&borders=old"));
        assertEquals("/figures?borders=old&period=2026-09", sent("area=province&period=2026-09&borders=old"));
        assertEquals("/figures/" + haLong().units().getFirst().id(),
                sent("area=" + haLong().units().getFirst().id() + "&period=2026-09&borders=old"));
        assertEquals("/figures?period=2026-09", sent("area=province&period=2026-09"));
    }

    private String sent(String query) {
        var request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + house.server.port() + "/figures?" + query))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            assertEquals(303, answer.statusCode());
            return answer.headers().firstValue("Location").orElseThrow();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void what_is_no_place_or_no_border_is_refused() {
        assertEquals(400, house.get("/figures?borders=odd").statusCode());
        for (var code : List.of("district:nowhere", "old:99999", "unclear:ha-long", "district:unclear",
                "province",
                "meeting:06652")) {
            assertEquals(404, house.get("/figures/" + code).statusCode(), code);
        }
        assertEquals(404, house.get("/figures/district:ha-long/sheet").statusCode());
    }

    /// A district's line is not of the same place before and after, whatever the file of happenings says.
    @Test
    void the_line_of_a_former_place_breaks_on_the_day_it_ceased() {
        var gazetteer = house.village.gazetteer;
        var marks = new TrendMarks(List.of(), _ -> List.of());
        var before = Period.parse("2025-06").orElseThrow();
        var district = view(Where.of(gazetteer, new Area("district:ha-long")).orElseThrow());
        var commune = view(Where.of(gazetteer, Area.of(UnitId.ofNew("07030"))).orElseThrow());

        assertTrue(marks.part(district, before, before.next()));
        assertFalse(marks.part(district, before.next(), before.next().next()));
        assertFalse(marks.part(commune, before, before.next()));
        assertEquals(Optional.of(LocalDate.of(2025, 7, 1)), district.where().ended());
    }

    private View view(Where where) {
        var month = Period.parse("2026-09").orElseThrow();
        var sheet = house.village.sheet(where.area(), month.code());
        return new View(where, sheet, sheet, Optional.empty(), house.village.releases.latest().orElseThrow(),
                house.village.releases);
    }
}
