package vn.gopy.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// A question of `questions-dev.tsv`, written to measure the library with.
///
/// @param voice    who might ask like that; voices are kept together when some are held back
/// @param expected ids, or beginnings of ids, of claims that answer it; empty when none does
public record DevQuestion(String voice, Set<String> expected, String text) {
    static final String FILE = "questions-dev.tsv";

    public DevQuestion {
        expected = Set.copyOf(expected);
    }

    /// Reads the shipped questions. Throws [PolicyException] for a line that has not three columns.
    static List<DevQuestion> read(Folder folder) {
        try (var lines = new BufferedReader(
                new InputStreamReader(folder.open(FILE), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).filter(line -> !line.isBlank()).map(DevQuestion::of).toList();
        } catch (IOException broken) {
            throw new PolicyException("could not read " + FILE, broken);
        }
    }

    /// Those of them that nobody here can answer.
    static List<String> strange(Folder folder) {
        return read(folder).stream().filter(question -> !question.inScope()).map(DevQuestion::text).toList();
    }

    private static DevQuestion of(String line) {
        var columns = line.split("\t", -1);
        if (columns.length != 3) {
            throw new PolicyException(FILE + ": not three columns: " + line);
        }
        var expected = columns[1].equals("none") ? Set.<String>of() : Set.of(columns[1].split("\\|", -1));
        return new DevQuestion(columns[0], expected, columns[2]);
    }

    public boolean inScope() {
        return !expected.isEmpty();
    }

    /// Whether a claim answers it: `place.new-of` stands for every claim whose id begins so.
    public boolean answeredBy(String id) {
        return expected.stream().anyMatch(one -> id.equals(one) || id.startsWith(one + "."));
    }

    /// Whether what the index looks for, a claim or an aspect of units, is the right one.
    boolean foundIn(String target) {
        return expected.stream().anyMatch(one -> target(one).equals(target));
    }

    private static String target(String id) {
        return id.startsWith(UnitClaims.PREFIX)
                ? id.replaceFirst("^(place\\.[a-z-]+).*", "$1").replaceFirst(
                        "place\\.(older|hamlets|ask-hamlet)",
                        "place.new-of")
                : id;
    }
}
