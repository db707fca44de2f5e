package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.Snapshot;

/// An editor adds a claim on the console.
class PoliciesAddTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final int LEFT_OUT = 8;
    private static final String CLAIM = """
            giay-to
            giay-to.quan-ho
            Dân ca "quan họ" không cần giấy phép của tổ dân phố.
            Folk singing needs no permit of the quarter.
            Hát quan họ cần phép?
            Permit for singing?
            %s

            Các loại văn bản, giấy tờ đã được cơ quan cấp
            text
            """ + "\n".repeat(LEFT_OUT) + """
            hát quan họ có phải xin phép không
            tổ chức hát quan họ cần giấy gì
            muốn hát quan họ thì xin ai

            """;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    void copy() throws IOException {
        try (var shipped = Files.newDirectoryStream(Path.of("config/policies"))) {
            for (var file : shipped) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private boolean asked(String typed) throws IOException {
        return new PoliciesAdd(new BufferedReader(new StringReader(typed)),
                new PrintStream(shown, true, StandardCharsets.UTF_8), folder, Gazetteer.open("quang-ninh"))
                .ask(TODAY);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_claim_is_written_into_its_file_as_it_was_given() throws IOException {
        assertTrue(asked(CLAIM.formatted("nq-190-2025 10/2 via tvpl")), this::shown);

        var entry = new PolicyFiles(Snapshot.of(folder)).read().entries().stream()
                .filter(one -> one.claim().id().equals("giay-to.quan-ho")).findFirst().orElseThrow();
        assertEquals(3, entry.asked().size());
        assertEquals(TODAY, entry.checkedOn());
        assertEquals("2", entry.claim().sources().getFirst().clause());
        assertTrue(entry.claim().text().values().stream().anyMatch(text -> text.contains("\"quan họ\"")));
    }

    @Test
    void what_is_wrong_is_told_and_can_be_mended() throws IOException {
        assertTrue(asked(CLAIM.formatted("nq-999 10") + "sources\nnq-190-2025 10 via tvpl\n\n"), this::shown);

        assertTrue(shown().contains("giay-to.yaml giay-to.quan-ho: no document 'nq-999' in documents.yaml"));
    }

    @Test
    void who_gives_up_leaves_the_file_as_it_was() throws IOException {
        var before = Files.readString(folder.resolve("giay-to.yaml"));

        assertFalse(asked(CLAIM.formatted("nq-999 10") + "\n"));

        assertEquals(before, Files.readString(folder.resolve("giay-to.yaml")));
    }
}
