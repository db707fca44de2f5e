package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.Unit;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FiguresPagesTest {
    private static final Pattern SHARE = Pattern
            .compile("<b>(\\d+) %</b> <span class=\"interval\">(\\d+)–(\\d+) %, n = ([\\d.]+)</span>");
    private static final String QUIET = "06661";
    @TempDir
    private static Path folder;
    /// Shared: no test changes what is published.
    private FiguresHouse house;

    @BeforeAll
    void open() {
        house = new FiguresHouse(folder);
        october();
    }

    @AfterAll
    void close() {
        house.close();
    }

    /// Every unit speaks in October, one of them with nine persons only.
    private void october() {
        var chance = new Random(3);
        int first = 0;
        for (var unit : house.village.gazetteer.newUnits()) {
            int persons = unit.id().code().equals(QUIET) ? 9 : 30 + chance.nextInt(60);
            for (var topic : List.of(Topic.DI_LAI, Topic.GIAY_TO, Topic.KHAC)) {
                for (int mood = 1; mood <= 5 && persons > 0; mood++) {
                    int some = Math.min(persons, 1 + chance.nextInt(15));
                    house.village.crowd(first, some,
                            new Said("2026-10-14T09:00", mood, topic, unit.id().toString()));
                    first += some;
                    persons -= some;
                }
            }
        }
        house.village.publish("2026-11-02T03:00");
    }

    private String page(String address) {
        return page(house, address);
    }

    private static String page(FiguresHouse house, String address) {
        var answer = house.get(address);
        assertEquals(200, answer.statusCode(), address);
        return answer.body();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void before_the_first_release_the_page_says_when_it_comes(@TempDir Path other) {
        try (var empty = new FiguresHouse(other)) {
            var page = page(empty, "/figures");

            assertTrue(page.contains("Chưa có đợt số liệu nào"));
            assertTrue(page.contains("30/11/2026"));
            assertTrue(page(empty, "/figures?lang=en").contains("No figures are published yet"));
            assertEquals(404, empty.get("/figures?period=2026-10").statusCode());
        }
    }

    @Test
    void a_commune_with_nine_voices_shows_nothing_but_hatching_on_every_page_and_in_every_file() {
        var page = page("/figures/" + QUIET);
        var map = page("/figures");

        assertTrue(page.contains("Dưới 10 người*, chưa công bố; đã tính vào số chung của Quảng Ninh."));
        assertFalse(page.contains("<span class=\"figure\">"));
        assertTrue(ownShares(page).isEmpty());
        assertTrue(map.contains("aria-label=\"phường Việt Hưng: &lt;10* người\"")
                || map.contains("aria-label=\"phường Việt Hưng: <10* người\""));
        for (var cell : json(page("/api/v1/releases/2026-11-02/cells?area=" + QUIET)).get("cells")) {
            assertTrue(cell.get("hidden").booleanValue() && cell.get("persons").isNull()
                    && cell.get("share").isNull());
        }
        for (var row : csv("/api/v1/releases/2026-11-02.csv?area=" + QUIET)) {
            assertEquals("", row.getField("persons") + row.getField("percent") + row.getField("of"));
        }
    }

    /// The shares that stand before the map, which shows other communes too.
    private static List<String> ownShares(String page) {
        var own = page.indexOf("band-map") < 0 ? page : page.substring(0, page.indexOf("band-map"));
        return SHARE.matcher(own).results().map(found -> found.group()).toList();
    }

    @Test
    void every_per_cent_on_a_page_stands_beside_its_interval_and_its_n() {
        for (var address : List.of("/figures", "/figures?period=2026-W42", "/figures/07030",
                "/figures/" + QUIET, "/figures/topics/di_lai", "/figures/07030/sheet",
                "/figures/province/sheet")) {
            var page = page(address);
            var rest = SHARE.matcher(page).replaceAll("").replace("khoảng tin cậy 95 %", "");

            assertFalse(rest.contains("%"), () -> address + ": " + rest.substring(
                    Math.max(0, rest.indexOf('%') - 80), Math.min(rest.length(), rest.indexOf('%') + 20)));
        }
        assertTrue(ownShares(page("/figures")).size() > 10);
    }

    @Test
    void page_json_and_csv_say_the_same_of_every_area() throws Exception {
        var areas = new ArrayList<>(house.village.gazetteer.newUnits().stream().map(Unit::id)
                .map(id -> "/figures/" + id.code() + "|" + id.code()).toList());
        areas.add("/figures|province");
        for (var area : areas) {
            var code = area.substring(area.indexOf('|') + 1);
            var page = page(area.substring(0, area.indexOf('|')) + "?period=2026-10");
            var filter = "?area=" + code + "&period=2026-10";
            var cells = json(page("/api/v1/releases/2026-11-02/cells" + filter)).get("cells");
            var rows = csv("/api/v1/releases/2026-11-02.csv" + filter);

            assertTrue(page.contains("/api/v1/releases/2026-11-02.csv?area=" + code + "&amp;period=2026-10")
                    || page.contains("/api/v1/releases/2026-11-02.csv" + filter));
            assertEquals(cells.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                agree(page, cells.get(i), rows.get(i));
            }
        }
    }

    private static void agree(String page, JsonNode cell, NamedCsvRecord row) {
        for (var field : List.of("period", "area", "table", "item")) {
            assertEquals(cell.get(field).textValue(), row.getField(field));
        }
        assertEquals(cell.get("hidden").asText(), row.getField("hidden"));
        assertEquals(cell.get("persons").isNull() ? "" : cell.get("persons").asText(),
                row.getField("persons"));
        var share = cell.get("share");
        for (var field : List.of("percent", "low", "high", "of")) {
            assertEquals(share.isNull() ? "" : share.get(field).asText(), row.getField(field));
        }
        if (!share.isNull()) {
            var shown = "<b>%d %%</b> <span class=\"interval\">%d–%d %%, n = %s</span>".formatted(
                    share.get("percent").intValue(), share.get("low").intValue(),
                    share.get("high").intValue(),
                    row.getField("of").replaceAll("(\\d)(\\d{3})$", "$1.$2"));
            assertTrue(page.contains(shown), () -> row + " is not on the page: " + shown);
        }
    }

    private List<NamedCsvRecord> csv(String address) {
        var text = page(address);
        assertEquals('\uFEFF', text.charAt(0));
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            return reader.stream().toList();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void every_row_of_a_file_names_its_release_and_hash() {
        var release = house.village.releases.latest().orElseThrow();

        var rows = csv("/api/v1/releases/2026-11-02.csv");

        assertTrue(rows.size() > 900);
        assertTrue(rows.stream().allMatch(row -> row.getField("release").equals(release.id())
                && row.getField("hash").equals(release.hash()) && row.getField("demo").equals("false")));
    }

    @Test
    void anybody_can_check_the_hash_of_a_release() throws Exception {
        var document = page("/api/v1/releases/2026-11-02/document").getBytes(StandardCharsets.UTF_8);

        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));

        assertEquals(hash, json(page("/api/v1/releases/2026-11-02")).get("hash").textValue());
        assertEquals(hash, json(page("/api/v1/releases")).get("releases").get(0).get("hash").textValue());
    }

    @Test
    void what_belongs_to_a_release_is_kept_for_ever_and_not_sent_twice() {
        for (var address : List.of("/api/v1/releases/2026-11-02",
                "/api/v1/releases/2026-11-02/cells?table=moods",
                "/api/v1/figures/07030/2026-10", "/api/v1/releases/2026-11-02/document",
                "/api/v1/releases/2026-11-02.csv", "/api/v1/releases/2026-11-02.xlsx")) {
            var first = house.get(address);
            assertTrue(first.headers().firstValue("Cache-Control").orElse("").contains("immutable"), address);
            var tag = first.headers().firstValue("ETag").orElseThrow();

            var again = house.get(address, "If-None-Match", tag);

            assertEquals(304, again.statusCode(), address);
            assertEquals("", again.body());
        }
    }

    @Test
    void a_malformed_question_is_refused_in_the_right_words() {
        for (var bad : List.of("/figures?period=2026-13", "/figures?period=", "/figures?period=%3Cscript%3E",
                "/figures?sort=mood", "/figures?period=2026-10&period=2026-09", "/figures/07030?area=07030",
                "/api/v1/releases?page=2", "/api/v1/releases/2026-11-02/cells?area=7030",
                "/api/v1/releases/2026-11-02/cells?table=persons",
                "/api/v1/releases/2026-11-02/cells?period=now",
                "/api/v1/releases/2026-11-02.csv?period=1%27%20OR%201=1",
                "/api/v1/figures/province/october", "/api/v1/figures/7030/2026-10",
                "/api/v1/releases/2026-11-02/cells?lang=en",
                "/api/v1/releases/2026-11-02.csv?unit=07030")) {
            var answer = house.get(bad);
            assertEquals(400, answer.statusCode(), bad);
            assertTrue(answer.headers().firstValue("Content-Type").orElse("")
                    .startsWith("application/problem+json"));
            assertFalse(answer.body().contains("script"));
            assertTrue(answer.body().contains("\"parameters\":[\""), answer.body());
        }
        var named = house.get("/api/v1/releases?page=2&limit=3&limit=4&%3Cb%3E=1").body();
        assertTrue(named.contains("\"parameters\":[\"?\",\"limit\",\"page\"]"), named);
        for (var unknown : List.of("/figures/99999", "/figures/abc", "/figures/07030?period=2026-W42",
                "/figures?period=2031-10", "/api/v1/releases/2020-01-01", "/api/v1/releases/x.csv",
                "/api/v1/releases/2026-11-02/cells?area=99999", "/api/v1/figures/99999/2026-10",
                "/api/v1/figures/07030/2026-W42", "/api/v1/figures/province/2031-10",
                "/api/v1/releases/2026-11-02.csv?period=2031-10")) {
            assertEquals(404, house.get(unknown).statusCode(), unknown);
        }
    }

    @Test
    void the_filter_leads_to_the_address_of_a_commune() {
        var answer = house.get("/figures?area=07030&period=2026-10&lang=en");

        assertEquals(303, answer.statusCode());
        assertEquals("/figures/07030?period=2026-10&lang=en",
                answer.headers().firstValue("Location").orElse(""));
        assertEquals("/figures/07030",
                house.get("/figures?area=07030&period=2026-W42").headers().firstValue("Location").orElse(""));
    }

    @Test
    void the_pages_speak_english_too_and_tell_how_figures_are_made() {
        assertTrue(page("/figures/07030?lang=en").contains("October 2026"));
        assertTrue(page("/figures/method?lang=en").contains("People are counted, not messages"));
        assertTrue(page("/figures/method").contains("2026-11-02"));
    }

    @Test
    void a_page_costs_a_few_milliseconds() {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 120; i++) {
            long start = System.nanoTime();
            page(i % 2 == 0 ? "/figures" : "/figures/07030");
            times.add(System.nanoTime() - start);
        }
        long median = times.subList(40, 120).stream().sorted().toList().get(40) / 1000;

        System.out.printf("a figures page, with the way to it and back: median %d µs%n", median);
        assertTrue(median < 200_000, "median " + median + " µs");
    }

    @Test
    void closed_figures_are_closed_at_every_door(@TempDir Path other) {
        try (var closed = new FiguresHouse(other, false, false, 0)) {
            for (var address : List.of("/figures", "/figures/07030", "/figures/method", "/figures/digest",
                    "/figures/topics/di_lai", "/figures/province/sheet", "/figures/07030/sheet",
                    "/api/v1/releases", "/api/v1/releases/2026-11-02", "/api/v1/releases/2026-11-02.csv",
                    "/api/v1/releases/2026-11-02.xlsx", "/api/v1/codebook.csv", "/api/v1/units",
                    "/api/v1/topics", "/api/v1/questions", "/api/v1/figures/province/2026-10",
                    "/api/v1/openapi.json")) {
                assertEquals(403, closed.get(address).statusCode(), address);
            }
        }
    }

    @Test
    void a_demo_says_so_on_every_page_and_in_every_answer(@TempDir Path other) {
        try (var demo = new FiguresHouse(other, true, true, 0)) {
            assertTrue(demo.get("/figures").body().contains("Số liệu mẫu, không phải ý kiến thật"));
            assertTrue(demo.get("/api/v1/releases").body().contains("\"demo\":true"));
        }
    }
}
