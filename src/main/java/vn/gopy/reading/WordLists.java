package vn.gopy.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The lists beside this class: plain text, `#` begins a comment.
final class WordLists {
    private WordLists() {}

    /// The lines of a list that say something.
    static List<String> lines(String file) {
        var stream = WordLists.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("the list " + file + " is missing");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException("could not read the list " + file, broken);
        }
    }

    /// The words of a list, however many stand on a line.
    static List<String> words(String file) {
        return lines(file).stream().flatMap(line -> Arrays.stream(line.split("\\s+"))).toList();
    }
}
