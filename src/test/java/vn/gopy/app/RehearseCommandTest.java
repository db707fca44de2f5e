package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearseCommandTest {
    private final StringWriter told = new StringWriter();

    @Test
    void a_rehearsal_plays_on_page_and_telegram_and_leaves_nothing_behind() throws IOException {
        var before = houses();

        int end = Main.commands().setOut(new PrintWriter(told)).setErr(new PrintWriter(told))
                .execute("rehearse", "--conversations", "4");

        assertEquals(0, end, told::toString);
        assertTrue(told.toString().contains("rehearsed 4 conversations"), told::toString);
        assertEquals(before, houses());
    }

    private static List<Path> houses() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("gopy-rehearsal")).sorted()
                    .toList();
        }
    }
}
