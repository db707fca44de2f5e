package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.dashboard.FiguresHouse;
import vn.gopy.hook.Event.DigestWeekly;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OpenQuestions;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.topic.Topic;

/// Page, JSON, CSV, XLSX and digest say the same, figure by figure, whatever is asked for.
class AgreementTest {
    private static final int FILTERS = 200;
    private static final Pattern SHARE = Pattern
            .compile("<b>(\\d+) %</b> <span class=\"interval\">(\\d+)–(\\d+) %, n = ([\\d.]+)</span>");
    private static final OpenQuestions ASKED = new OpenQuestions() {
        @Override
        public Optional<Instant> first() {
            return Optional.empty();
        }

        @Override
        public List<OpenQuestion> in(Period period) {
            return period.kind() == Period.Kind.MONTH
                    ? List.of(
                            new OpenQuestion(period, "=cầu treo, \"bến phà\"", Optional.of(Topic.HA_TANG),
                                    25),
                            new OpenQuestion(period, "lịch cắt điện", Optional.empty(), 10))
                    : List.of();
        }
    };

    @TempDir
    private Path folder;
    private Village village;
    private FiguresHouse house;

    @BeforeEach
    void open() {
        village = new Village(folder, _ -> ASKED);
        new DemoFeedback(village.database, village.gazetteer, _ -> {}).fill(village.builder,
                Village.at("2026-11-25T16:00"), Village.ZONE);
        house = new FiguresHouse(village, true, true, 0);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private record Filter(String area, Period period, String release) {
        String query() {
            return "?area=" + area + "&period=" + period.code();
        }
    }

    @Test
    void two_hundred_random_filters_give_the_same_figures_everywhere() throws IOException {
        var chance = new Random(20261126);
        var areas = new ArrayList<>(
                village.gazetteer.newUnits().stream().map(unit -> unit.id().code()).toList());
        var former = former();
        int figures = 0;
        int shares = 0;
        for (int i = 0; i < FILTERS; i++) {
            var area = i % 4 == 0
                    ? "province"
                    : i % 10 == 1
                            ? "unclear"
                            : i % 4 == 1 ? any(chance, former) : any(chance, areas);
            var filter = filter(chance, area);
            var cells = json(filter);
            var rows = csv(filter);
            assertEquals(texts(cells), rows, filter::toString);
            assertEquals(byTable(rows), byTable(workbook(filter)), filter::toString);
            shares += area.contains("unclear") ? 0 : page(filter, cells);
            figures += rows.size();
        }
        System.out.printf("agreement: %d filters, %,d figures, %,d shares on pages%n", FILTERS, figures,
                shares);
        assertTrue(figures > 5_000 && shares > 1_000, figures + " " + shares);
    }

    /// By old borders: one district in three, as they have more figures.
    private List<String> former() {
        var areas = new ArrayList<>(List.of("district:unclear"));
        for (var district : village.gazetteer.districts()) {
            areas.add("unclear:" + district.slug());
            district.units().forEach(unit -> areas.add(unit.id().toString()));
            areas.addAll(Collections.nCopies(6, "district:" + district.slug()));
        }
        return areas;
    }

    private static String any(Random chance, List<String> areas) {
        return areas.get(chance.nextInt(areas.size()));
    }

    private Filter filter(Random chance, String area) {
        var periods = new ArrayList<Period>();
        for (var kind : Period.Kind.values()) {
            boolean old = area.startsWith("old:") || area.matches("unclear:.*");
            if (area.equals("province") || (kind.forCommunes() && (kind.forOldUnits() || !old))) {
                periods.addAll(village.releases.periods(kind));
            }
        }
        var period = periods.get(chance.nextInt(periods.size()));
        return new Filter(area, period, village.releases.closing(period).orElseThrow().id());
    }

    private String text(String address) {
        var answer = house.get(address);
        assertEquals(200, answer.statusCode(), address);
        return answer.body();
    }

    private JsonNode json(Filter filter) throws IOException {
        var body = text("/api/v1/releases/" + filter.release() + "/cells" + filter.query());
        assertEquals(body, text("/api/v1/figures/" + filter.area() + "/" + filter.period().code()));
        return new JsonMapper().readTree(body);
    }

    /// The figures and groups of an answer, each as the fields that files have.
    private static List<Map<String, String>> texts(JsonNode answer) {
        var all = new ArrayList<Map<String, String>>();
        for (var cell : answer.get("cells")) {
            var fields = new TreeMap<String, String>();
            for (var name : List.of("period", "area", "table", "item", "hidden")) {
                fields.put(name, cell.get(name).asText());
            }
            fields.put("persons", cell.get("persons").isNull() ? "" : cell.get("persons").asText());
            for (var name : List.of("percent", "low", "high", "of")) {
                fields.put(name, cell.get("share").isNull() ? "" : cell.get("share").get(name).asText());
            }
            fields.put("topic", "");
            all.add(fields);
        }
        for (var group : answer.get("unanswered")) {
            var fields = new TreeMap<>(Map.of("period", group.get("period").asText(), "area", "province",
                    "table", "unanswered", "item", group.get("words").asText(), "hidden", "false", "persons",
                    group.get("persons").asText(), "topic",
                    group.get("topic").isNull() ? "" : group.get("topic").asText()));
            List.of("percent", "low", "high", "of").forEach(name -> fields.put(name, ""));
            all.add(fields);
        }
        return all;
    }

    private static final Set<String> FIELDS = Set.of("period", "area", "table", "item", "hidden", "persons",
            "percent", "low", "high", "of", "topic");

    private List<Map<String, String>> csv(Filter filter) throws IOException {
        var text = text("/api/v1/releases/" + filter.release() + ".csv" + filter.query());
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            return reader.stream().map(row -> {
                var fields = new TreeMap<String, String>();
                FIELDS.forEach(name -> fields.put(name, row.getField(name).replaceFirst("^'=", "=")));
                return (Map<String, String>) fields;
            }).toList();
        }
    }

    private List<Map<String, String>> workbook(Filter filter) throws IOException {
        var answer = house.get(BodyHandlers.ofByteArray(),
                "/api/v1/releases/" + filter.release() + ".xlsx" + filter.query());
        var all = new ArrayList<Map<String, String>>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            for (Sheet sheet : book.getSheets().toList()) {
                if (!Set.of("about", "codebook").contains(sheet.getName())) {
                    all.addAll(rows(sheet));
                }
            }
        }
        return all;
    }

    private static List<Map<String, String>> rows(Sheet sheet) throws IOException {
        var rows = sheet.read();
        var names = rows.getFirst().stream().map(Cell::getText).toList();
        return rows.subList(1, rows.size()).stream().map(row -> {
            var fields = new TreeMap<String, String>();
            for (int column = 0; column < names.size(); column++) {
                if (FIELDS.contains(names.get(column))) {
                    fields.put(names.get(column), value(row.getOptionalCell(column)));
                }
            }
            return (Map<String, String>) fields;
        }).toList();
    }

    private static String value(Optional<Cell> cell) {
        return cell.map(found -> switch (found.getType()) {
            case NUMBER -> found.asNumber().toPlainString();
            case BOOLEAN -> found.asBoolean().toString();
            default -> found.getText();
        }).orElse("");
    }

    private static Map<String, List<Map<String, String>>> byTable(List<Map<String, String>> rows) {
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        rows.forEach(row -> tables.computeIfAbsent(row.get("table"), _ -> new ArrayList<>()).add(row));
        return tables;
    }

    /// Every share of the answer stands on the page, and no other share stands there but those of the bands
    /// that speak of other times and places.
    private int page(Filter filter, JsonNode answer) {
        var place = filter.area().equals("province") ? "/figures" : "/figures/" + filter.area();
        var page = text(place + "?period=" + filter.period().code());
        var told = new HashSet<String>();
        for (var cell : answer.get("cells")) {
            if (!cell.get("share").isNull()) {
                told.add(share(cell.get("share")));
            }
        }
        for (var share : told) {
            assertTrue(page.contains(share), () -> filter + " lacks " + share);
        }
        var own = page.replaceAll(
                "(?s)<section class=\"band band-(trend|map|topic-maps|funnel|silence|former)\".*?</section>",
                "");
        var shown = SHARE.matcher(own).results().map(found -> found.group()).toList();
        assertTrue(told.containsAll(shown), () -> filter + " shows more: "
                + shown.stream().filter(share -> !told.contains(share)).toList());
        var people = answer.get("cells").get(0);
        assertEquals("people.all", people.get("table").asText() + "." + people.get("item").asText());
        assertEquals(!people.get("hidden").asBoolean(), page.contains("<span class=\"figure\">"
                + (people.get("hidden").asBoolean() ? "" : grouped(people.get("persons").asInt()))
                + "</span>"));
        for (var group : answer.get("unanswered")) {
            assertTrue(page.contains("=cầu treo, \"bến phà\"</th>") && page.contains("<td>"
                    + group.get("persons").asInt() + "</td>"), filter::toString);
        }
        return shown.size();
    }

    private static String share(JsonNode share) {
        return share(share.get("percent").asInt(), share.get("low").asInt(), share.get("high").asInt(),
                share.get("of").asInt());
    }

    private static String share(int... share) {
        return "<b>%d %%</b> <span class=\"interval\">%d–%d %%, n = %s</span>".formatted(share[0], share[1],
                share[2], grouped(share[3]));
    }

    private static String grouped(int number) {
        return Integer.toString(number).replaceAll("(\\d)(\\d{3})$", "$1.$2");
    }

    @Test
    void every_figure_of_every_digest_is_that_of_the_other_files() throws IOException {
        int told = 0;
        for (var week : village.releases.periods(Period.Kind.WEEK)) {
            var page = text("/figures/digest?period=" + week.code());
            var digest = digest(week);
            assertEquals(digest.persons(), Optional.of(cell("province", week, "people", "all").get("persons"))
                    .filter(persons -> !persons.isNull()).map(JsonNode::asInt));
            digest.persons().ifPresent(persons -> assertTrue(
                    page.contains("<span class=\"figure\">" + grouped(persons) + "</span>")));
            for (var change : digest.changes().first()) {
                var period = Period.parse(change.cell().period()).orElseThrow();
                agree(page, change.cell(), period, change.now());
                agree(page, change.cell(), period.previous(), change.before());
            }
            for (var theme : digest.themes().first()) {
                var cell = cell(theme.cell().area(), Period.parse(theme.cell().period()).orElseThrow(),
                        "topics", theme.cell().item());
                assertEquals(cell.get("persons").asInt(), theme.persons());
                assertTrue(page.contains(":</span> " + grouped(theme.persons()) + " người</li>"));
            }
            told += digest.changes().first().size() + digest.themes().first().size()
                    + digest.asked().first().size();
        }
        assertTrue(told > 20, "told " + told);
    }

    /// The digest as it was sent when the week's release was published, or would have been had it closed one
    /// week only.
    private DigestWeekly digest(Period week) {
        var release = village.releases.closing(week).orElseThrow();
        var digests = new News(release, village.releases, "https://gopy.example.org", false)
                .events(village.gazetteer).stream().filter(DigestWeekly.class::isInstance)
                .map(DigestWeekly.class::cast).toList();
        assertEquals(1, digests.size());
        assertEquals(week.code(), digests.getFirst().week());
        return digests.getFirst();
    }

    private JsonNode cell(String area, Period period, String table, String item) throws IOException {
        var answer = new JsonMapper()
                .readTree(text("/api/v1/figures/" + area + "/" + period.code() + "?table=" + table));
        for (var cell : answer.get("cells")) {
            if (cell.get("item").asText().equals(item)) {
                return cell;
            }
        }
        throw new AssertionError(area + " " + period + " has no " + table + " " + item);
    }

    private void agree(String page, DigestWeekly.Cell where, Period period, DigestWeekly.Part part)
            throws IOException {
        var share = cell(where.area(), period, where.table(), where.item()).get("share");
        assertEquals(share(share), share(part.percent(), part.low(), part.high(), part.of()));
        assertTrue(page.contains(share(share)), () -> where + " is not on the page");
    }
}
