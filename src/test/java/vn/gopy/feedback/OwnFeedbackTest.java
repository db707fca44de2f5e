package vn.gopy.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.db.DatabaseException;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Each resident's opinions are found, and nobody else's, whoever came when.
class OwnFeedbackTest {
    private static final String OLD_PERSON = """
            INSERT INTO person (pid, key, reachable, met_on)
            VALUES (?, ?, 1, 20400)
            """;
    private static final String OLD_FEEDBACK = """
            INSERT INTO feedback (pid, filed_at, topic, place, text, faces_up, on_behalf, receipt)
            VALUES (?, 1, 'khac', 'unclear', ?, 1, 0, X'00')
            """;
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @TempDir
    private Path folder;
    private Vault vault;
    private SqlPeople people;
    private SqlFeedbackBook book;

    @BeforeEach
    void open() {
        vault = new Vault(Keys.in(folder.resolve("keys")));
        people = new SqlPeople(vault);
        book = new SqlFeedbackBook(vault);
    }

    private Person person(String id) {
        return new Person(vault.pseudonym("web", id), vault.newKey(), Optional.of(id),
                NOW.plus(Duration.ofDays(90)), true);
    }

    private Person met(Database database, String id) {
        var person = person(id);
        var row = people.prepare(person);
        database.ledger().commit(tx -> people.meet(tx, row, NOW));
        return person;
    }

    private void say(Database database, Person person, String... texts) {
        for (var text : texts) {
            var feedback = new Feedback(NOW, Optional.of(Mood.NEUTRAL), Topic.GIAY_TO, Optional.empty(),
                    new Feedback.Place.Unclear(), Optional.of(text), Optional.empty(), Optional.empty(), true,
                    false);
            database.ledger().commit(tx -> {
                book.file(tx, person, feedback, new byte[16]);
                return text;
            });
        }
    }

    private List<String> of(Database database, Person person) {
        return database.read(tx -> book.latest(tx, person, 10)).stream()
                .map(feedback -> feedback.text().orElseThrow()).toList();
    }

    @Test
    void everybody_finds_takes_back_and_erases_their_own_only() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            var first = met(database, "1");
            var second = met(database, "2");
            say(database, first, "một");
            say(database, second, "hai", "ba");
            say(database, first, "bốn");

            assertEquals(List.of("bốn", "một"), of(database, first));
            assertEquals(List.of("ba", "hai"), of(database, second));

            database.ledger().commit(tx -> book.withdrawLast(tx, second.pid()));
            database.ledger().commit(tx -> book.erase(tx, first.pid()));

            assertEquals(List.of(), of(database, first));
            assertEquals(List.of("hai"), of(database, second));
            assertEquals(1, database.<Integer>read(tx -> book.count(tx, second.pid())));
        }
    }

    /// SQLite gives the number of the last one out again when that one is gone.
    @Test
    void who_comes_after_an_erased_resident_finds_nothing_of_theirs() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            var gone = met(database, "1");
            say(database, gone, "một");
            database.ledger().commit(tx -> people.erase(tx, gone.pid(), NOW));

            var next = met(database, "2");

            assertEquals(1, database.<Long>read(tx -> tx.number("SELECT max(arrival) FROM person")));
            assertEquals(0, database.<Integer>read(tx -> book.count(tx, next.pid())));
            assertEquals(0, database.ledger().<Integer>commit(tx -> book.erase(tx, next.pid())));
        }
    }

    @Test
    void an_opinion_of_somebody_who_was_never_met_is_refused() {
        try (var database = Database.open(folder.resolve("gopy.db"))) {
            assertThrows(DatabaseException.class, () -> say(database, person("1"), "một"));
        }
    }

    @Test
    void opinions_filed_before_residents_had_a_number_are_found() throws SQLException {
        Database.open(folder.resolve("other.db")).close(); // makes SQLite known
        var url = "jdbc:sqlite:" + folder.resolve("gopy.db");
        Flyway.configure().dataSource(url, null, null).locations("classpath:db/sqlite").target("27").load()
                .migrate();
        var persons = List.of(person("1"), person("2"), person("3"));
        try (var connection = DriverManager.getConnection(url)) {
            for (var person : persons) {
                put(connection, OLD_PERSON, person.pid().bytes(), vault.wrapped(person.key(), person.pid()));
                put(connection, OLD_FEEDBACK, person.pid().bytes(), sealed(person, "từ lâu"));
            }
            put(connection, OLD_FEEDBACK, persons.get(1).pid().bytes(), sealed(persons.get(1), "và nữa"));
        }

        try (var database = Database.open(folder.resolve("gopy.db"))) {
            assertEquals(List.of("từ lâu"), of(database, persons.get(0)));
            assertEquals(List.of("và nữa", "từ lâu"), of(database, persons.get(1)));
            var found = database.read(tx -> people.find(tx, persons.get(2).pid())).orElseThrow();
            say(database, found, "bây giờ");
            assertEquals(List.of("bây giờ", "từ lâu"), of(database, found));
        }
    }

    private byte[] sealed(Person person, String text) {
        return vault.seal(person.key(), person.pid(), SqlFeedbackBook.TEXT,
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Connection connection, String sql, byte[] first, byte[] second)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, first);
            statement.setBytes(2, second);
            statement.execute();
        }
    }
}
