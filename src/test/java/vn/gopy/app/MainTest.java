package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MainTest {
    static Stream<String> names() {
        return Main.commands().getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_command_can_be_made_and_tells_what_it_does(String name) {
        var told = new StringWriter();

        int code = Main.commands().setOut(new PrintWriter(told)).execute(name, "--help");

        assertEquals(0, code);
        assertTrue(told.toString().startsWith("Usage: gopy " + name), told.toString());
    }

    @Test
    void a_folder_without_policies_is_told_in_a_sentence_and_ends_with_code_2() {
        var told = new StringWriter();

        int code = Main.commands().setErr(new PrintWriter(told)).execute("policies", "diff", "nowhere",
                "here");

        assertEquals(2, code);
        assertEquals("nowhere/library.yaml is missing", told.toString().strip());
    }
}
