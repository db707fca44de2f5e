package vn.gopy.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.config.SettingsFile;
import vn.gopy.hook.Event.DigestWeekly;

/// What `docs/events/` promises to other systems.
class EventSchemaTest {
    private static final Path EVENTS = Path.of("docs/events");
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00.123456789Z");

    /// One of each; the compiler does not know when a case is missing here, so the test below compares with
    /// the folder.
    private static final List<Event> ALL = List.of(
            new Event.ReleasePublished("2026-11-23", "2026-W47", "0f".repeat(32),
                    Map.of("page", "https://gopy.example.org/figures", "json", "http://127.0.0.1:7070/api")),
            new Event.QuestionsUnanswered("2026-12-07", "2026-11", 1, Optional.of("dat_dai"), 15),
            digest(),
            new Event.FiguresAlert("2026-11-23", "topic-volume", "2026-W47", Optional.of("di_lai"),
                    Optional.empty(), 85, 240, new Event.FiguresAlert.Fared(13, 4, 1, 2)),
            new Event.ThemeAnswered(42, "2026-11-02", "07030", "di_lai", "2026-09", "2026-10", "answered"),
            new Event.WebhookTest("portal"));

    private static Event digest() {
        var asked = new Event.QuestionsUnanswered("2026-11-02", "2026-10", 1, Optional.of("ha_tang"), 25);
        var cell = new DigestWeekly.Cell("province", "2026-W44", "moods", "dissatisfied");
        var change = new DigestWeekly.Changed(cell, new DigestWeekly.Part(31, 27, 36, 510),
                new DigestWeekly.Part(45, 40, 50, 480));
        var theme = new DigestWeekly.NewTheme(
                new DigestWeekly.Cell("07030", "2026-10", "topics", "dat_dai"), 15);
        return new DigestWeekly("2026-11-02", "0f".repeat(32), "2026-W44", Optional.of(540),
                new DigestWeekly.Reached(1_429_841, Optional.of("2026-10"), 54, 6),
                new DigestWeekly.Some<>(List.of(change), 12), new DigestWeekly.Some<>(List.of(theme), 1),
                new DigestWeekly.Some<>(List.of(asked), 1),
                Map.of("page", "https://gopy.example.org/figures/digest?period=2026-W44"), true);
    }

    @Test
    void a_quiet_first_week_has_a_digest_too() throws IOException {
        var event = new DigestWeekly("2026-11-02", "0f".repeat(32), "2026-W44", Optional.empty(),
                new DigestWeekly.Reached(1_429_841, Optional.empty(), 0, 0),
                new DigestWeekly.Some<>(List.of(), 0), new DigestWeekly.Some<>(List.of(), 0),
                new DigestWeekly.Some<>(List.of(), 0), Map.of("page", "/figures/digest"), false);

        assertEquals(List.of(), faults(event.type(), EventBody.of(event, NOW)));
    }

    @Test
    void what_we_send_fits_its_schema() throws IOException {
        for (var event : ALL) {
            assertEquals(List.of(), faults(event.type(), EventBody.of(event, NOW)), event.type());
        }
    }

    @Test
    void a_service_without_a_public_address_sends_no_links() throws IOException {
        var event = new Event.ReleasePublished("2026-11-23", "2026", "0f".repeat(32),
                Map.of("page", "/figures"));

        assertEquals(Map.of(), event.links());
        assertEquals(List.of(), faults(event.type(), EventBody.of(event, NOW)));
    }

    @Test
    void a_group_whose_topic_is_not_clear_says_so() throws IOException {
        var event = new Event.QuestionsUnanswered("2026-12-07", "2026-11", 2, Optional.empty(), 10);

        assertEquals(List.of(), faults(event.type(), EventBody.of(event, NOW)));
    }

    @Test
    void each_example_fits_its_schema_and_has_the_fields_we_send() throws IOException {
        for (var event : ALL) {
            var example = Files.readString(EVENTS.resolve(event.type() + ".example.json"));

            assertEquals(List.of(), faults(event.type(), example), event.type());
            assertEquals(names(EventBody.of(event, NOW)), names(example));
        }
    }

    @Test
    void every_event_of_the_folder_exists_and_every_event_stands_there_and_in_the_settings()
            throws IOException {
        var known = ALL.stream().map(Event::type).collect(Collectors.toSet());

        try (var files = Files.list(EVENTS)) {
            assertEquals(known, files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", "")).collect(Collectors.toSet()));
        }
        var settings = HookSettings
                .from(SettingsFile.defaults(Map.of("GOPY_ENDPOINTS", "a", "GOPY_ENDPOINT_A_URL",
                        "https://a.example.org/", "GOPY_ENDPOINT_A_SECRET", "whsec_" + "A".repeat(32))));
        assertEquals(known, settings.endpoints().getFirst().events());
    }

    @Test
    void a_schema_refuses_what_we_never_send() throws IOException {
        var good = new JsonMapper().readTree(EventBody.of(ALL.getFirst(), NOW));
        for (var field : List.of("pseudonym", "text", "sender")) {
            var bad = (ObjectNode) good.deepCopy();
            ((ObjectNode) bad.path("data")).put(field, "x");
            assertNotEquals(List.of(), faults("release.published", bad.toString()), field);
        }
        for (var field : List.of("type", "timestamp", "data")) {
            var bad = (ObjectNode) good.deepCopy();
            bad.remove(field);
            assertNotEquals(List.of(), faults("release.published", bad.toString()), field);
        }
        var bad = ((ObjectNode) good.deepCopy()).put("timestamp", "yesterday");
        assertNotEquals(List.of(), faults("release.published", bad.toString()));
    }

    private static List<String> faults(String type, String json) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))).stream()
                .map(Object::toString).toList();
    }

    /// The fields of the envelope and of its data, in their order.
    private static List<String> names(String json) throws IOException {
        var tree = new JsonMapper().readTree(json);
        return Stream.concat(tree.properties().stream(), tree.path("data").properties().stream())
                .map(Map.Entry::getKey).toList();
    }
}
