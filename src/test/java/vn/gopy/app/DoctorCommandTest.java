package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;

/// What the doctor tells of the endpoints for our events, and of releases.
class DoctorCommandTest {
    @TempDir
    Path folder;

    @Test
    void an_operator_sees_which_endpoint_is_off_or_says_no_and_what_was_given_up() throws IOException {
        fare();

        var said = doctor();

        assertTrue(said.contains("ok    endpoint archive never failed"), said);
        assertTrue(said.contains(
                "mend  endpoint portal was disabled at 1970-01-01T00:00:02Z (answered 410):"
                        + " gopy hook portal --enable"),
                said);
        assertTrue(said.contains("mend  endpoint portal: 1 events were given up"), said);
        assertTrue(said.contains("mend  endpoint press said no 3 times in a row"), said);
        assertTrue(said.contains("(answered 404)"), said);
    }

    @Test
    void an_operator_sees_which_period_stays_without_figures_and_of_which_release_nobody_was_told()
            throws IOException {
        fare();
        assertTrue(!doctor().contains("held back"), "all is well so far");
        trouble(System.currentTimeMillis());

        var said = doctor();

        assertTrue(
                said.contains(
                        "the figures of 2026-09 were held back, by: a group can be bounded too narrowly"),
                said);
        assertTrue(said.lines().anyMatch(line -> line.startsWith("mend ")
                && line.contains("nobody was told of release 2026-11-23: Fault")), said);
        assertTrue(said.lines().anyMatch(line -> line.startsWith("look ")
                && line.contains("the figures of 2026-08 were held back, by: a month old")), said);
        assertTrue(!said.contains("long ago"), said);
    }

    private void trouble(long now) {
        try (var database = Database.open(folder.resolve("data/gopy.db"))) {
            database.ledger().commit(tx -> {
                tx.run("""
                        INSERT INTO release_refused (kind, starts, up_to, refused_at, why)
                        VALUES ('MONTH', '2026-09-01', 7, ?, 'a group can be bounded too narrowly'),
                               ('MONTH', '2026-08-01', 5, ?, 'a month old'),
                               ('MONTH', '2025-09-01', 3, 0, 'long ago')
                        """, now, now - Duration.ofDays(30).toMillis());
                tx.run("""
                        INSERT INTO release (id, published_at, k, round, questions, previous, hash)
                        VALUES ('2026-11-23', ?, 10, 5, '1', '', '')
                        """, now);
                return tx.run("""
                        INSERT INTO release_untold (release_id, failed_at, why)
                        VALUES ('2026-11-23', ?, 'Fault')
                        """, now);
            });
        }
    }

    private void fare() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        try (var database = Database.open(folder.resolve("data/gopy.db"))) {
            database.ledger().commit(tx -> {
                tx.run("""
                        INSERT INTO hook_endpoint (name, last_status, last_at, failing_since, refusals, disabled_at, why)
                        VALUES ('portal', 410, 2000, 1000, 1, 2000, 'answered 410: gone away'),
                               ('press', 404, 2000, 1000, 3, NULL, 'answered 404')
                        """);
                tx.run("""
                        INSERT INTO dead_letter (id, kind, line, body, why, attempts, died_at)
                        VALUES (1, 'notice', ?, ?, 'the endpoint is disabled', 1, 0)
                        """, "portal".getBytes(StandardCharsets.UTF_8),
                        "evt_1\n{}".getBytes(StandardCharsets.UTF_8));
                return true;
            });
        }
    }

    private String doctor() throws IOException {
        var settings = new StringBuilder("endpoints: [archive, portal, press]\n");
        var secret = folder.resolve("secret");
        Files.writeString(secret, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        for (var name : new String[]{"archive", "portal", "press"}) {
            settings.append("endpoint-").append(name).append("-url: https://").append(name)
                    .append(".example.org/gopy\n").append("endpoint-").append(name).append("-secret-file: ")
                    .append(secret).append('\n');
        }
        var file = folder.resolve("gopy.yaml");
        Files.writeString(file, settings);
        var said = new StringWriter();
        Main.commands().setOut(new PrintWriter(said)).execute("doctor", "--config", file.toString(), "--data",
                folder.resolve("data").toString());
        return said.toString();
    }
}
