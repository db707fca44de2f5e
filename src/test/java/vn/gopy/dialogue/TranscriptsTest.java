package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays every transcript byte for byte. With the environment variable `GOPY_TRANSCRIPTS=write` the bot's
/// lines are written anew: read them then.
final class TranscriptsTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    static List<Path> transcripts() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_dialogue_says_what_the_transcript_says(Path file) throws IOException {
        var written = Files.readString(file);

        var played = new Transcript(House.dialogue()).play(written);
        assertFalse(played.contains("\nbroken: "), file + " presses a button that is not there");

        if ("write".equals(System.getenv("GOPY_TRANSCRIPTS"))) {
            Files.writeString(file, played);
        } else {
            assertEquals(written, played, file.toString());
        }
    }

    @Test
    void there_are_sixty_transcripts_and_more() throws IOException {
        assertTrue(transcripts().size() >= 60);
    }
}
