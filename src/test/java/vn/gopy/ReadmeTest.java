package vn.gopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The conversation that the README shows is one that the bot really has.
class ReadmeTest {
    @Test
    void every_line_of_the_conversation_stands_in_its_transcript() throws IOException {
        var transcript = Files.readString(Path.of("src/test/resources/transcripts/readme.txt")).replace("**",
                "");
        var lines = conversation();

        assertTrue(lines.size() >= 8, "the README shows a conversation");
        assertEquals(List.of(), lines.stream().filter(line -> !transcript.contains(line)).toList());
    }

    private static List<String> conversation() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith("👤")).takeWhile(line -> !line.equals("```"))
                .map(line -> line.replaceFirst("^(👤|🤖)", "").strip()).toList();
    }
}
