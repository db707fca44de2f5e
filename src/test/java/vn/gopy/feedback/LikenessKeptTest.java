package vn.gopy.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// How long the marks of texts are kept, and what lies in the file meanwhile.
class LikenessKeptTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final String TEXT = "hồ sơ nộp ba lần vẫn bị trả về";

    @TempDir
    private Path folder;
    private Vault vault;
    private SqlFeedbackBook book;
    private Database database;

    @BeforeEach
    void open() {
        vault = new Vault(Keys.in(folder.resolve("keys")));
        book = new SqlFeedbackBook(vault);
        database = Database.open(folder.resolve("gopy.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void file(String id, Instant at, Optional<String> text) {
        var feedback = new Feedback(at, Optional.of(Mood.NEUTRAL), Topic.GIAY_TO, Optional.empty(),
                new Feedback.Place.Unclear(), text, Optional.empty(), Optional.empty(), true, false);
        var person = new Person(vault.pseudonym("web", id), vault.newKey(), Optional.of(id), at, true);
        var people = new SqlPeople(vault);
        var row = people.prepare(person);
        database.ledger().commit(tx -> {
            people.meet(tx, row, at);
            book.file(tx, person, feedback, new byte[16]);
            return id;
        });
    }

    private long marks() {
        return database.read(tx -> tx.number("SELECT count(*) FROM feedback WHERE likeness IS NOT NULL"));
    }

    private int forget(Instant before, int most) {
        return database.ledger().commit(tx -> SqlFeedbackBook.forgetLikenesses(tx, before, most));
    }

    @Test
    void who_sends_no_words_leaves_no_mark() {
        file("1", NOW, Optional.empty());
        file("2", NOW, Optional.of(TEXT));

        assertEquals(1, marks());
    }

    @Test
    void an_erasure_and_taking_back_remove_the_mark_with_the_opinion() {
        file("1", NOW, Optional.of(TEXT));
        file("2", NOW, Optional.of(TEXT));
        file("3", NOW, Optional.of(TEXT));

        database.ledger().commit(tx -> book.erase(tx, vault.pseudonym("web", "1")));
        database.ledger().commit(tx -> book.withdrawLast(tx, vault.pseudonym("web", "2")));

        assertEquals(1, marks());
    }

    @Test
    void marks_go_when_their_time_is_over_the_oldest_first_and_the_opinion_stays() {
        file("1", NOW.minus(Duration.ofDays(50)), Optional.of(TEXT));
        file("2", NOW.minus(Duration.ofDays(45)), Optional.of(TEXT));
        file("3", NOW, Optional.of(TEXT));
        var before = NOW.minus(Duration.ofDays(40));

        assertEquals(1, forget(before, 1));
        assertEquals(2, marks());
        assertEquals(1, forget(before, 100));
        assertEquals(1, marks());
        long opinions = database.read(tx -> tx.number("SELECT count(*) FROM feedback"));
        assertEquals(3, opinions);
    }

    @Test
    void no_piece_of_the_text_lies_in_the_file() throws Exception {
        file("1", NOW, Optional.of(TEXT));
        database.upkeep().scrub();

        var bytes = new String(Files.readAllBytes(folder.resolve("gopy.db")), StandardCharsets.ISO_8859_1);

        for (var piece : new String[]{"nop ba lan", "nopbalan", "tra ve", "trave"}) {
            assertFalse(bytes.contains(piece), piece);
        }
        assertFalse(bytes.contains(new String("nộp ba".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1)));
    }
}
