package vn.gopy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import vn.gopy.config.Secret;
import vn.gopy.metrics.Metrics;

class HealthRoutesTest {
    private static final String CLOSE = "Connection: close\r\n\r\n";

    private final CopyOnWriteArrayList<String> wrong = new CopyOnWriteArrayList<>();
    private final Metrics metrics = new Metrics();

    private Server started(Guard guard) {
        return Server.start(new WebSettings("127.0.0.1", 0, ""),
                List.of(new HealthRoutes(() -> List.copyOf(wrong), metrics, guard)));
    }

    @Test
    void health_is_200_when_all_is_well_and_503_with_reasons_when_not() throws IOException {
        try (var server = started(Guard.thisMachine())) {
            var well = Wire.exchange(server.port(), "GET /health HTTP/1.1\r\nHost: a\r\n" + CLOSE);
            wrong.add("the disk is nearly full");
            var ill = Wire.exchange(server.port(), "GET /health HTTP/1.1\r\nHost: a\r\n" + CLOSE);

            assertTrue(well.startsWith("HTTP/1.1 200 ") && well.contains("\"status\":\"ok\""), well);
            assertTrue(ill.startsWith("HTTP/1.1 503 ") && ill.contains("the disk is nearly full"), ill);
            assertTrue(ill.contains("\r\nRetry-After: 30"), ill);
        }
    }

    @Test
    void row_39_counters_are_for_who_knows_the_token() throws IOException {
        metrics.count("gopy_heard_total");
        try (var server = started(Guard.token(new Secret("s3cret")))) {
            var with = metricsWith(server, "Authorization: Bearer s3cret\r\n");
            var wrongOne = metricsWith(server, "Authorization: Bearer s3cret2\r\n");
            var without = metricsWith(server, "");

            assertTrue(with.startsWith("HTTP/1.1 200 ") && with.contains("gopy_heard_total 1"), with);
            for (var refused : List.of(wrongOne, without)) {
                assertTrue(refused.startsWith("HTTP/1.1 404 "), refused);
                assertFalse(refused.contains("gopy_heard_total"), refused);
            }
        }
    }

    @Test
    void row_39_without_a_token_counters_are_for_this_machine_alone()
            throws IOException {
        try (var server = started(Guard.thisMachine())) {
            assertEquals("200", status(metricsOf(server, "127.0.0.1:" + server.port(), "")));
            assertEquals("200", status(metricsOf(server, "localhost", "")));
            assertEquals("404", status(metricsOf(server, "gopy.example", "")));
            assertEquals("404", status(metricsOf(server, "localhost", "X-Forwarded-For: 9.9.9.9\r\n")));
        }
    }

    private static String metricsWith(Server server, String header) throws IOException {
        return metricsOf(server, "gopy.example", header);
    }

    private static String metricsOf(Server server, String host, String header) throws IOException {
        return Wire.exchange(server.port(),
                "GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n" + header + CLOSE);
    }

    private static String status(String answer) {
        return answer.substring(9, 12);
    }
}
