package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which fields each role gets at each door, against a file that somebody has read (contracts.md section 5,
/// row 33). When a field is wanted that is not in it, the file is changed with it, and a reviewer sees that.
class FieldsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/rows/fields.txt");
    private static final Path ACTUAL = Path.of("target/fields.txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD = Pattern
            .compile("<(?:input|select|button|textarea)[^>]*\\sname=\"([^\"]+)\"");
    /// What the pages of officials call a column or a value; what the public reads has its own tests.
    private static final Pattern NAMED = Pattern.compile("<(?:th scope=\"col\"[^>]*|dt)>([^<]+)</(?:th|dt)>");

    @TempDir
    Path data;

    @Test
    void row_33_every_role_gets_the_fields_of_the_list_and_no_other() throws Exception {
        var lines = new TreeMap<String, String>();
        try (var house = new WholeHouse(data, Map.of())) {
            for (var door : new TreeSet<>(house.running.doors())) {
                if (door.startsWith("GET") && !door.equals("GET /metrics")) {
                    said(house, door, lines);
                }
            }
        }
        Files.createDirectories(ACTUAL.toAbsolutePath().getParent());
        Files.write(ACTUAL,
                lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue()).toList());
        System.out.printf("%d doors and roles with fields%n", lines.size());
        assertTrue(lines.size() >= 30);
        assertEquals(Files.readString(GOLDEN), Files.readString(ACTUAL),
                "read the difference, then: cp " + ACTUAL + " " + GOLDEN);
    }

    /// One line for all who get the same.
    private static void said(WholeHouse house, String door, Map<String, String> lines) {
        var whos = new TreeMap<String, TreeSet<String>>();
        boolean official = house.guest("nobody").get(house.address(door)).statusCode() != 200;
        house.guests.forEach((who, visitor) -> {
            var answer = visitor.get(house.address(door));
            if (answer.statusCode() == 200) {
                whos.computeIfAbsent(String.join(", ", fields(answer, official)), _ -> new TreeSet<>())
                        .add(who);
            }
        });
        whos.forEach((fields, who) -> lines.put(door + " | "
                + (who.size() == house.guests.size() ? "everybody" : String.join(", ", who)), fields));
    }

    private static Set<String> fields(HttpResponse<String> answer, boolean official) {
        var found = new TreeSet<String>();
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.contains("json")) {
            names("", json(answer.body()), found);
        } else if (type.contains("csv")) {
            found.addAll(List.of(
                    answer.body().lines().findFirst().orElseThrow().replace("\uFEFF", "").split(",", -1)));
        } else if (type.contains("html")) {
            FIELD.matcher(answer.body()).results().forEach(hit -> found.add("field " + hit.group(1)));
            if (official) {
                NAMED.matcher(answer.body()).results().forEach(hit -> found.add(hit.group(1).strip()));
            }
        } else {
            found.add(type);
        }
        return found;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Names of fields, with the way to them; the description of the API counts as one.
    private static void names(String way, JsonNode node, Set<String> into) {
        if (node.has("openapi")) {
            into.add("openapi");
            return;
        }
        node.properties().forEach(field -> names(way + "." + field.getKey(), field.getValue(), into));
        node.forEach(part -> {
            if (node.isArray()) {
                names(way + "[]", part, into);
            }
        });
        if (node.isValueNode()) {
            into.add(way.substring(Math.min(1, way.length())));
        }
    }
}
