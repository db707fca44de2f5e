package vn.gopy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.text.Language;

/// Editors change a folder of policies, by hand or with `policies add`, while residents ask.
class LiveLibraryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String SOURCE = "source: nd-15-2020 101 via tvpl";
    private static final String OLD = "Giấy tờ cấp trước khi sắp xếp vẫn dùng được.";
    private static final String NEW = "Giấy tờ cấp trước khi sắp xếp vẫn dùng bình thường.";

    @TempDir
    private Path folder;

    private LiveLibrary opened() throws IOException {
        try (var shipped = Files.newDirectoryStream(Path.of("config/policies"))) {
            for (var file : shipped) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return LiveLibrary.open(bookcase(), Shipped.GAZETTEER, Shipped.PHRASEBOOK, ZONE);
    }

    private Bookcase bookcase() {
        return Bookcase.of(Optional.of(folder), folder.resolve("beside"));
    }

    private void change(String file, String from, String to) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from));
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private static String said(Library library) {
        return library.claim("giay-to.hieu-luc", Shipped.NOW).orElseThrow().text(Language.VIETNAMESE);
    }

    @Test
    void a_changed_claim_is_said_once_the_files_rest_and_the_answer_names_the_new_version()
            throws IOException {
        var library = opened();
        var version = library.version();
        var answers = new Answers(Shipped.PHRASEBOOK, library);
        change("giay-to.yaml", OLD, NEW);

        library.look(Shipped.NOW);
        assertTrue(said(library).startsWith(OLD));

        library.look(Shipped.NOW);
        assertTrue(said(library).startsWith(NEW));
        assertTrue(!library.version().equals(version));
        assertTrue(answers.compose(List.of(library.claim("giay-to.hieu-luc", Shipped.NOW).orElseThrow()),
                Language.VIETNAMESE).contains("(bản " + library.version() + ")"));
    }

    @Test
    void a_change_with_a_fault_is_not_said_and_a_broken_file_changes_nothing() throws IOException {
        var library = opened();
        var version = library.version();

        change("giay-to.yaml", OLD, "Giấy tờ cũ là tốt nhất.");
        library.look(Shipped.NOW);
        library.look(Shipped.NOW);
        assertEquals(version, library.version());

        Files.delete(folder.resolve("judge.yaml"));
        library.look(Shipped.NOW);
        library.look(Shipped.NOW);
        assertEquals(version, library.version());
        assertTrue(said(library).startsWith(OLD));
    }

    @Test
    void a_folder_that_cannot_be_read_stops_the_start() {
        var nowhere = Bookcase.of(Optional.of(folder.resolve("nowhere")), folder);

        assertThrows(PolicyException.class, () -> LiveLibrary.open(nowhere, Shipped.GAZETTEER,
                Shipped.PHRASEBOOK, ZONE));
    }

    @Test
    void what_nobody_changed_is_read_once_when_somebody_first_asks() throws Exception {
        var reads = new AtomicInteger();
        var counted = new Bookcase(() -> {
            reads.incrementAndGet();
            return Snapshot.shipped();
        }, folder.resolve("beside"), true);

        var library = LiveLibrary.open(counted, Shipped.GAZETTEER, Shipped.PHRASEBOOK, ZONE);
        assertEquals(0, reads.get());

        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 8).mapToObj(_ -> hands.submit(() -> said(library))).toList();
            for (var answer : asked) {
                assertTrue(answer.get().startsWith(OLD));
            }
        }
        int once = reads.get();
        library.ready();
        assertTrue(said(library).startsWith(OLD));
        assertEquals(once, reads.get());
    }

    @Test
    void what_editors_wrote_is_read_before_anybody_asks() throws Exception {
        beside("nowhere.yaml", Snapshot.CLAIMS);
        var bookcase = new Bookcase(Snapshot::shipped, folder.resolve("beside"), true);

        var library = LiveLibrary.open(bookcase, Shipped.GAZETTEER, Shipped.PHRASEBOOK, ZONE);

        assertTrue(library.trouble().contains("nowhere.yaml"), library.trouble());
    }

    @Test
    void what_editors_wrote_and_nobody_can_read_stops_no_start() throws Exception {
        Files.createDirectories(folder.resolve("beside"));
        Files.write(folder.resolve("beside").resolve("giay-to.yaml"), new byte[]{(byte) 0xff, (byte) 0xfe});
        var bookcase = new Bookcase(Snapshot::shipped, folder.resolve("beside"), true);

        var library = LiveLibrary.open(bookcase, Shipped.GAZETTEER, Shipped.PHRASEBOOK, ZONE);

        assertTrue(library.trouble().contains("could not read the folder"), library.trouble());
        assertTrue(said(library).startsWith(OLD));
    }

    private void beside(String file, String claims) throws IOException {
        Files.createDirectories(folder.resolve("beside"));
        Files.writeString(folder.resolve("beside").resolve(file), claims);
    }

    /// A library of one claim among the shipped documents and words.
    private LiveLibrary few() throws IOException {
        opened();
        Files.writeString(folder.resolve("library.yaml"), "subjects: [tin-gia]");
        Files.writeString(folder.resolve("tin-gia.yaml"), "checked: 2026-11-23\nfrom: 2025-07-01\nclaims:\n"
                + Written.claim("tin-gia.phat", "Tin sai bị phạt.", SOURCE));
        return LiveLibrary.open(bookcase(), Shipped.GAZETTEER, Shipped.PHRASEBOOK, ZONE);
    }

    @Test
    void what_lies_beside_joins_its_subject_and_goes_with_its_file() throws IOException {
        var library = few();
        beside("tin-gia.yaml",
                Snapshot.CLAIMS + Written.claim("tin-gia.meo", "Mèo xuống lúc trời tối.", SOURCE));
        library.look(Shipped.NOW);
        library.look(Shipped.NOW);
        assertEquals("", library.trouble());
        assertEquals("tin-gia", library.claim("tin-gia.meo", Shipped.NOW).orElseThrow().subject());

        Files.delete(folder.resolve("beside").resolve("tin-gia.yaml"));
        library.look(Shipped.NOW);
        library.look(Shipped.NOW);
        assertEquals(Optional.empty(), library.claim("tin-gia.meo", Shipped.NOW));
        assertTrue(library.claim("tin-gia.phat", Shipped.NOW).isPresent());
    }

    @Test
    void a_claim_that_is_over_keeps_no_other_back() throws IOException {
        var library = few();
        change("tin-gia.yaml", "source:", "until: 2026-11-26\n    source:");
        library.look(Shipped.NOW);
        library.look(Shipped.NOW);
        var later = Shipped.NOW.plus(Duration.ofDays(9));
        beside("tin-gia.yaml", Snapshot.CLAIMS + Written.claim("tin-gia.meo", "Mèo xuống.", SOURCE));

        library.look(later);
        library.look(later);

        assertEquals("", library.trouble());
        assertTrue(library.claim("tin-gia.meo", later).isPresent());
        assertEquals(Optional.empty(), library.claim("tin-gia.phat", later));
    }

    @Test
    void what_lies_beside_and_does_not_fit_is_told_and_stops_nothing() throws IOException {
        few();
        beside("tin-gia.yaml", Snapshot.CLAIMS + Written.claim("tin-gia.phat", "Một mã đã có.", SOURCE));
        var library = LiveLibrary.open(bookcase(), Shipped.GAZETTEER, Shipped.PHRASEBOOK, ZONE);
        assertEquals("tin-gia.yaml tin-gia.phat: stands twice", library.trouble());

        beside("tin-gia.yaml", Snapshot.CLAIMS + Written.claim("tin-gia.meo", "Mèo là tốt nhất.", SOURCE));
        library.look(Shipped.NOW);
        library.look(Shipped.NOW);
        assertTrue(library.trouble().contains("persuades: 'tốt nhất'"), library::trouble);
        beside("nowhere.yaml", Snapshot.CLAIMS);
        library.look(Shipped.NOW);
        assertTrue(library.trouble().startsWith("nowhere.yaml beside"), library::trouble);
        assertTrue(library.claim("tin-gia.phat", Shipped.NOW).isPresent());
    }

    @Test
    void an_editor_sees_what_residents_would_hear_differently() throws IOException {
        opened();
        change("giay-to.yaml", OLD, NEW);
        change("giay-to.yaml", "      - giấy xã cũ đóng dấu thì sao\n", "");
        var fresh = PolicyLibrary.open(new PolicyFiles(Snapshot.of(folder)).read(), Shipped.GAZETTEER,
                Shipped.PHRASEBOOK, ZONE);

        var difference = new Difference(Shipped.LIBRARY, fresh, Shipped.PHRASEBOOK, Shipped.NOW);
        var lines = difference.lines(List.of(), List.of(Shipped.GAZETTEER.oldUnits().getFirst()));

        assertEquals("giay-to.hieu-luc (vi)", lines.getFirst());
        assertTrue(lines.get(1).startsWith("  - " + OLD) && lines.get(2).startsWith("  + " + NEW),
                () -> "" + lines);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("the cards of 1 places")),
                () -> "" + lines);
        assertEquals(List.of(), new Difference(fresh, fresh, Shipped.PHRASEBOOK, Shipped.NOW)
                .lines(List.of("sổ đỏ"), List.of()));
    }
}
