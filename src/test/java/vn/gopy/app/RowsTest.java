package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowsTest {
    /// `;` ends a line, `<` is a carriage return, `>` a tab.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a;b;|a;b;", "a;b|a;b;", "a;;;|a;;;", ";;a;|;;a;", "''|''", ";|;",
            "a<;b<;|a;b;", "a<b;c>d;|a b;c d;"})
    void every_line_has_its_row_in_order(String given, String rows) throws IOException {
        var typed = given.replace(';', '\n').replace('<', '\r').replace('>', '\t');
        var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();

        Rows.write(in, out, "line", List::of);

        assertEquals("line\n" + rows.replace(';', '\n'), out.toString(StandardCharsets.UTF_8));
    }
}
