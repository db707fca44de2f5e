package vn.gopy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Each row of contracts.md section 5 has a test whose name says so.
class EveryRowTest {
    private static final int ROWS = 46;
    /// A method with its marks: what stands before it since the last empty line.
    private static final Pattern TEST = Pattern
            .compile("@(?:Parameterized)?Test\\b(?:(?!\n\n)[\\s\\S])*?\\bvoid row_([0-9]+)_[a-z0-9_]+\\(");

    @Test
    void every_row_has_its_test() {
        var tests = new TreeMap<Integer, TreeSet<String>>();
        Sources.under(Sources.TESTS, ".java").forEach((file, text) -> TEST.matcher(text).results()
                .forEach(hit -> tests.computeIfAbsent(Integer.parseInt(hit.group(1)), _ -> new TreeSet<>())
                        .add(Sources.name(file))));
        tests.forEach((row, classes) -> System.out.println("row " + row + ": " + String.join(", ", classes)));

        assertEquals(List.of(), IntStream.rangeClosed(1, ROWS).boxed()
                .filter(row -> !tests.containsKey(row)).toList(), "rows without a test");
        assertEquals(List.of(), tests.keySet().stream().filter(row -> row < 1 || row > ROWS).toList());
    }
}
