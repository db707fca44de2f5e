package vn.gopy.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.dashboard.FiguresHouse;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OpenQuestions;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;
import vn.gopy.web.Callers;
import vn.gopy.web.Quota;

/// `openapi.json` against a house that answers: every operation with its examples, and everything it may
/// refuse.
class ApiContractTest {
    private static final OpenQuestions ASKED = new OpenQuestions() {
        @Override
        public Optional<Instant> first() {
            return Optional.empty();
        }

        @Override
        public List<OpenQuestion> in(Period period) {
            return switch (period.code()) {
                case "2026-10" -> List.of(
                        new OpenQuestion(period, "bao giờ làm lại cầu treo", Optional.of(Topic.HA_TANG), 25),
                        new OpenQuestion(period, "lịch cắt điện tuần này", Optional.empty(), 10));
                case "2026-09" -> List.of(new OpenQuestion(period, "đổi biển số nhà", Optional.empty(), 10));
                default -> List.of();
            };
        }
    };

    @TempDir
    private Path folder;
    @TempDir
    private Path other;
    private final Contract contract = new Contract();
    private Village village;
    private FiguresHouse house;

    @BeforeEach
    void open() {
        village = new Village(folder, _ -> ASKED);
        house = new FiguresHouse(village, true, false, 0);
        village.crowd(0, 60, new Said("2026-09-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
        village.publish("2026-10-05T03:00");
        village.crowd(100, 60, new Said("2026-10-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
        village.crowd(200, 40, new Said("2026-10-14T09:00", 1, Topic.GIAY_TO, "unclear"));
        village.publish("2026-11-02T03:00");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<byte[]> get(String address, String... headers) {
        return house.get(BodyHandlers.ofByteArray(), address, headers);
    }

    private static String joined(String path, List<String> query) {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    @Test
    void every_operation_keeps_its_word_with_its_examples() {
        for (var operation : contract.operations()) {
            contract.keep(operation, 200, get(operation.example()));
            for (var parameter : operation.query()) {
                contract.keep(operation, 200, get(joined(operation.example(), List.of(parameter))));
            }
            contract.keep(operation, 200, get(joined(operation.example(), operation.query())));
        }
        assertEquals(17, contract.operations().size());
    }

    @Test
    void who_has_an_answer_is_told_so() {
        for (var operation : contract.operations()) {
            var tag = get(operation.example()).headers().firstValue("ETag").orElseThrow();

            contract.keep(operation, 304, get(operation.example(), "If-None-Match", tag));
            contract.keep(operation, 304,
                    get(operation.example(), "If-None-Match", "\"x\", W/" + plain(tag)));
            contract.keep(operation, 200, get(operation.example(), "If-None-Match", "\"x\""));
        }
    }

    private static String plain(String tag) {
        return tag.replaceFirst("^W/", "");
    }

    @Test
    void row_43_an_unknown_or_repeated_parameter_is_refused_by_name() {
        for (var operation : contract.operations()) {
            var unknown = get(operation.example() + "?sort=1");
            contract.keep(operation, 400, unknown);
            assertTrue(Contract.text(unknown).contains("\"parameters\":[\"sort\"]"), operation::path);
            for (var parameter : operation.query()) {
                var twice = get(joined(operation.example(), List.of(parameter, parameter)));
                contract.keep(operation, 400, twice);
                var name = parameter.replaceFirst("=.*", "");
                assertTrue(Contract.text(twice).contains("\"parameters\":[\"" + name + "\"]"), parameter);
                contract.keep(operation, 400, get(joined(operation.example(), List.of(name + "="))));
                contract.keep(operation, 400, get(joined(operation.example(), List.of(name + "=%3Cx%3E"))));
            }
        }
    }

    @Test
    void what_there_is_not_is_not_found() {
        for (var operation : contract.operations()) {
            if (operation.tells(404)) {
                var missing = operation.path().replace("{id}", "2020-01-01").replace("{area}", "99999")
                        .replace("{period}", "2026-10");
                contract.keep(operation, 404, get(missing));
            }
        }
    }

    @Test
    void closed_figures_are_closed_at_every_address() {
        try (var closed = new FiguresHouse(other, false, false, 0)) {
            for (var operation : contract.operations()) {
                contract.keep(operation, operation.tells(403) ? 403 : 200,
                        closed.get(BodyHandlers.ofByteArray(), operation.example()));
            }
        }
    }

    @Test
    void row_12_who_asks_too_often_has_to_wait_at_every_address() {
        var clock = InstantSource.fixed(Village.at("2026-11-25T10:00"));
        for (var operation : contract.operations()) {
            try (var tight = house.again(new Quota(1, new Callers(Set.of()), clock))) {
                contract.keep(operation, 200, tight.get(BodyHandlers.ofByteArray(), operation.example()));
                contract.keep(operation, 429, tight.get(BodyHandlers.ofByteArray(), operation.example()));
            }
        }
    }

    @Test
    void lists_are_read_to_their_end_by_their_keys() throws Exception {
        for (var list : List.of("releases", "units", "questions")) {
            var keys = new ArrayList<String>();
            var next = "";
            do {
                var part = new JsonMapper().readTree(get("/api/v1/" + list + "?limit=1" + next).body());
                part.get(list).forEach(
                        item -> keys.add(item.get(list.equals("units") ? "code" : "id").textValue()));
                next = part.get("next").isNull() ? "" : "&after=" + part.get("next").textValue();
            } while (!next.isEmpty());

            assertEquals(keys.size(), Set.copyOf(keys).size());
            assertEquals(switch (list) {
                case "releases" -> 2;
                case "units" -> 54;
                default -> 3;
            }, keys.size(), list);
        }
        assertEquals(List.of("2026-10.1", "2026-10.2", "2026-09.1"),
                new JsonMapper().readTree(get("/api/v1/questions").body()).findValuesAsText("id"));
    }

    @Test
    void the_file_describes_every_address_of_the_house_and_no_other() {
        assertEquals(Contract.addressesOf(house.rooms), contract.open());
    }

    @Test
    void the_page_shows_every_operation_in_two_languages() {
        for (var language : List.of("", "?lang=en")) {
            var page = Contract.text(get("/api" + language));
            contract.open()
                    .forEach(path -> assertTrue(page.contains("<code>GET " + path + "</code>"), path));
            contract.keyed().forEach(door -> assertTrue(page.contains("<code>" + door + "</code>"), door));
            assertFalse(page.contains("<script"));
        }
    }

    @Test
    void an_answer_that_breaks_its_word_would_be_caught() throws Exception {
        var schema = new JsonMapper().readTree("{\"$ref\": \"#/components/schemas/Cells\"}");
        var good = (ObjectNode) new JsonMapper().readTree(get("/api/v1/figures/07030/2026-10").body());
        assertEquals(List.of(), contract.faults(schema, good.toString()));

        assertNotEquals(List.of(), contract.faults(schema, good.deepCopy().put("pseudonym", "x").toString()));
        var cell = (ObjectNode) good.get("cells").get(0);
        cell.put("persons", "sixty");
        assertNotEquals(List.of(), contract.faults(schema, good.toString()));
    }
}
