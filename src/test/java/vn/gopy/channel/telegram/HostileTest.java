package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.gopy.fakes.HostileUpdates;
import vn.gopy.fakes.KeptLine;

/// Hostile bodies through the real server: each gets the status of its class, none gets a 5xx, and the door
/// stays open.
class HostileTest {
    @AutoClose
    private final Door door = Door.open();

    @Test
    void every_kind_of_update_is_answered_200() throws IOException {
        var statuses = knock(HostileUpdates.samples().stream().map(HostileTest::utf8));

        assertEquals(Map.of(200, 25), statuses);
    }

    @Test
    void every_field_of_a_wrong_type_keeps_the_class() throws IOException {
        var statuses = knock(HostileUpdates.wrongTypes().map(HostileTest::utf8));

        assertTrue(statuses.getOrDefault(200, 0) > 10_000, statuses::toString);
        assertEquals(Set.of(200, 400), statuses.keySet());
    }

    @Test
    void the_edges_of_the_format_keep_the_class() throws IOException {
        var statuses = knock(HostileUpdates.edges().stream());

        assertTrue(statuses.getOrDefault(400, 0) > 15, statuses::toString);
        assertTrue(statuses.getOrDefault(200, 0) > 25, statuses::toString);
    }

    @Test
    void ten_thousand_mutations_keep_the_class() throws IOException {
        var statuses = knock(HostileUpdates.mutations(1679, 10_000));

        assertTrue(statuses.getOrDefault(400, 0) > 1_000, statuses::toString);
        assertTrue(statuses.getOrDefault(200, 0) > 1_000, statuses::toString);
    }

    @Test
    void five_megabytes_are_answered_413_and_the_next_update_is_heard() throws Exception {
        assertEquals(413, status(() -> door.post(new byte[5_000_000])));
        assertEquals(413, status(() -> door.postChunked(new byte[5_000_000])));
        assertEquals(200, door.post(HostileUpdates.samples().getFirst()).statusCode());
    }

    /// The status of a request whose body is not read to its end. The door hangs up behind its answer, and a
    /// client that still writes may miss it: then it asks again, as Telegram does.
    private static int status(Callable<HttpResponse<String>> request) throws Exception {
        for (int tries = 0; tries < 20; tries++) {
            try {
                return request.call().statusCode();
            } catch (IOException _) {
                // Hung up on while writing.
            }
        }
        throw new AssertionError("never answered");
    }

    /// Posts all bodies over one kept connection, holds each answer against its class, and counts the
    /// statuses.
    private Map<Integer, Integer> knock(Stream<byte[]> bodies) throws IOException {
        var statuses = new TreeMap<Integer, Integer>();
        try (var line = new KeptLine(door.port(), Door.SECRET)) {
            for (var body : (Iterable<byte[]>) bodies::iterator) {
                int status = line.post(body);
                assertEquals(HostileUpdates.authentic(body) ? 200 : 400, status,
                        () -> new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8));
                statuses.merge(status, 1, Integer::sum);
            }
        }
        return statuses;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
