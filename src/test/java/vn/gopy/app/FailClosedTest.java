package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.official.Visitor;

/// When the database is gone, nothing opens that was shut (contracts.md section 5, row 46).
class FailClosedTest {
    private static final Pattern NAMES = Pattern
            .compile("java\\.|vn\\.gopy|SQL|sqlite|Exception|at [a-z]+\\.|\\.java:|NullPointer");

    @TempDir
    Path data;

    @Test
    void row_46_without_its_database_the_house_refuses_and_tells_a_request_id_alone() throws Exception {
        try (var house = new WholeHouse(data, Map.of())) {
            var cookies = house.guests.values().stream().map(guest -> guest.cookie).toList();
            assertTrue(house.guest("operator").isSignedIn());
            house.running.ground().database().close();

            for (var door : house.running.doors()) {
                for (var guest : house.guests.entrySet()) {
                    var answer = door.startsWith("GET")
                            ? guest.getValue().get(house.address(door))
                            : guest.getValue().post(house.address(door));
                    if (door.matches(".*(/account|/people|/audit|/sign-in/factor|/sign-out).*")) {
                        shut(door + " as " + guest.getKey(), answer);
                    }
                    tellsNothing(door, answer);
                }
            }
            assertEquals(cookies, house.guests.values().stream().map(guest -> guest.cookie).toList(),
                    "nobody got a session");
            signsNobodyIn(house);
            hearsNothing(house);
        }
    }

    private static void shut(String door, HttpResponse<String> answer) {
        boolean sentAway = answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").equals("/sign-in");
        assertTrue(answer.statusCode() >= 400 || sentAway, () -> door + " answered " + answer.statusCode());
    }

    private static void tellsNothing(String door, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            assertFalse(NAMES.matcher(answer.body()).find(), () -> door + "\n" + answer.body());
            assertTrue(answer.body().contains("Mã lỗi: r") || answer.body().contains("\"request\":\"r")
                    || answer.body().isEmpty(), () -> door + "\n" + answer.body());
        }
    }

    private static void signsNobodyIn(WholeHouse house) {
        var stranger = new Visitor(house.running.port(), house.clock);
        var answer = stranger.post("/sign-in", "name", "operator", "password", WholeHouse.PASSWORD);

        assertTrue(answer.statusCode() >= 500, () -> "signing in answered " + answer.statusCode());
        assertEquals("", stranger.cookie);
    }

    /// Right signatures are asked to come again, wrong ones are refused as ever.
    private static void hearsNothing(WholeHouse house) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var telegram = HttpRequest.newBuilder(house.uri("/telegram/webhook"))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("""
                            {"update_id":1,"message":{"message_id":1,"date":1790000000,"text":"xin chao",\
                            "from":{"id":7,"is_bot":false},"chat":{"id":7,"type":"private"}}}"""));
            assertEquals(503, client.send(telegram.copy()
                    .header("X-Telegram-Bot-Api-Secret-Token", WholeHouse.WEBHOOK_SECRET).build(),
                    BodyHandlers.discarding()).statusCode());
            assertEquals(401, client.send(telegram.copy()
                    .header("X-Telegram-Bot-Api-Secret-Token", "another").build(),
                    BodyHandlers.discarding()).statusCode());
            assertEquals(401, client.send(HttpRequest.newBuilder(house.uri("/channels/zalo/messages"))
                    .POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.discarding()).statusCode());
        }
    }
}
