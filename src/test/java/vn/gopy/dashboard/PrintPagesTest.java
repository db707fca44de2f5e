package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Period;
import vn.gopy.release.Telling;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// Posters, the sheet for a meeting, the page of a topic, and the chat: the same figures everywhere.
final class PrintPagesTest {
    private static final String QUIET = "06661";
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)*( %)?");

    @TempDir
    private Path folder;
    private FiguresHouse house;

    @BeforeEach
    void open() {
        house = new FiguresHouse(folder);
        int first = 0;
        for (var unit : house.village.gazetteer.newUnits()) {
            boolean quiet = unit.id().code().equals(QUIET);
            for (int mood = 1; mood <= 5; mood++) {
                int some = quiet ? 1 : 13 + (first / 7 + mood * mood) % 11;
                house.village.crowd(first, some, new Said("2026-10-14T09:00", mood,
                        mood < 3 ? Topic.DI_LAI : Topic.GIAY_TO, unit.id().toString()));
                first += some;
            }
        }
        house.village.publish("2026-11-02T03:00");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String page(String address) {
        var answer = house.get(address);
        assertEquals(200, answer.statusCode(), address);
        return answer.body();
    }

    @Test
    void every_unit_has_a_poster_with_a_code_of_its_own_that_leads_into_its_chat() {
        var one = page("/posters/07030");
        var other = page("/posters/" + QUIET);

        assertTrue(one.contains("https://gopy.example/?start=c_07030") && one.contains("phường Hoành Bồ"));
        assertFalse(one.contains("public-url"), "the address is reachable");
        assertNotEquals(path(one), path(other));
        assertEquals(404, house.get("/posters/99999").statusCode());
    }

    private static String path(String page) {
        return page.substring(page.indexOf("<path d="), page.indexOf("fill=\"#000\""));
    }

    @Test
    void a_poster_leads_to_telegram_when_the_bot_has_a_name_there() {
        var unit = UnitId.ofNew("07030");

        assertEquals("https://t.me/gopy_bot?start=c_07030",
                new Invitation(Optional.of("gopy_bot"), "http://127.0.0.1:7070", false).to(unit));
        assertEquals("https://gopy.example/?start=c_07030",
                new Invitation(Optional.empty(), "https://gopy.example", true).to(unit));
        assertFalse(new Invitation(Optional.empty(), "http://127.0.0.1:7070", false).works());
    }

    @Test
    void the_silent_unit_is_listed_with_its_poster_and_shows_nothing_on_its_sheet() {
        var province = page("/figures?period=2026-10");
        var silence = province.substring(province.indexOf("silent-units"), province.indexOf("</ul>",
                province.indexOf("silent-units")));
        var sheet = page("/figures/" + QUIET + "/sheet?period=2026-10");

        assertTrue(silence.contains("/posters/" + QUIET));
        assertTrue(Pattern.compile("/posters/").matcher(silence).results().count() < 4, silence);
        assertTrue(sheet.contains("Dưới 10 người*, chưa công bố"));
        assertFalse(sheet.contains(" %</b>"));
    }

    @Test
    void the_sheet_of_a_meeting_says_what_the_page_says() {
        for (var address : List.of("/figures|/figures/province/sheet",
                "/figures/07030|/figures/07030/sheet")) {
            var page = page(address.substring(0, address.indexOf('|')) + "?period=2026-10");
            var sheet = page(address.substring(address.indexOf('|') + 1) + "?period=2026-10");
            var shares = Pattern.compile("<b>\\d+ %</b> <span class=\"interval\">[^<]+</span>").matcher(sheet)
                    .results().map(found -> found.group()).toList();

            assertTrue(shares.size() > 5, address);
            shares.forEach(share -> assertTrue(page.contains(share), share));
            assertTrue(page.contains(address.substring(address.indexOf('|') + 1) + "?period=2026-10"));
        }
        assertEquals(404, house.get("/figures/07030/sheet?period=2026-W42").statusCode());
        assertEquals(400, house.get("/figures/07030/sheet?period=x").statusCode());
    }

    @Test
    void the_page_of_a_topic_has_every_unit_by_name_and_hides_what_is_hidden() {
        var page = page("/figures/topics/di_lai?period=2026-10");

        assertEquals(55, Pattern.compile("<tr>").matcher(page).results().count());
        assertTrue(page.contains("&lt;10*") || page.contains("<10*"));
        assertTrue(page.indexOf(">An Sinh<") < page.indexOf(">Vân Đồn<"));
        assertEquals(404, house.get("/figures/topics/weather?period=2026-10").statusCode());
        assertEquals(404, house.get("/figures/topics/di_lai?period=2026-W42").statusCode());
        assertEquals(400, house.get("/figures/topics/di_lai?sort=up").statusCode());
    }

    @Test
    void the_minority_view_stands_on_every_page_silent_ones_too() {
        for (var address : List.of("/figures", "/figures/07030", "/figures/" + QUIET,
                "/figures?period=2026-W42")) {
            assertTrue(page(address).contains("id=\"band-minority\""), address);
        }
    }

    @Test
    void the_funnel_names_nobody_inside_it() {
        var page = page("/figures?period=2026-10");
        var funnel = page.substring(page.indexOf("class=\"chart funnel\""));
        var drawing = funnel.substring(0, funnel.indexOf("</svg>"));
        long apart = Pattern.compile("<circle class=\"dot-(more|less)").matcher(drawing).results().count();

        assertTrue(Pattern.compile("<circle").matcher(drawing).results().count() > 40);
        assertTrue(Pattern.compile("dot-label").matcher(drawing).results().count() <= apart);
        assertTrue(drawing.contains("<title id=\"funnel-title\">") && drawing.contains("<desc"));
    }

    @Test
    void the_chat_tells_no_number_that_the_page_does_not_show() {
        var phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        for (var code : List.of("province", "07030", QUIET)) {
            for (var language : phrases.languages()) {
                var where = Where.of(house.village.gazetteer, new Area(code)).orElseThrow();
                var period = Period.parse("2026-10").orElseThrow();
                var sheet = house.village.releases.sheet(where.area(), period).orElseThrow();
                var view = new View(where, sheet, sheet, Optional.empty(),
                        house.village.releases.closing(period).orElseThrow(), house.village.releases);
                var words = new FigureWords(phrases, language, sheet.rule(), Village.ZONE);

                var said = new Telling(view.summary(), where.population(), Optional.empty(), false).in(words,
                        where.unit());

                var page = page(where.path() + "?period=2026-10&lang=" + language.tag());
                NUMBER.matcher(said).results().map(found -> found.group()).forEach(
                        number -> assertTrue(page.contains(number), () -> number + " of: " + said));
                assertEquals(code.equals(QUIET), !said.contains("n = "), said);
            }
        }
    }
}
