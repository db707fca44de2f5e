package vn.gopy.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// The empty database that came with the program: its migrations were run when it was built. A new house begins
/// with a copy of it, and a house of the same migrations is opened as it is; only one of an older version
/// waits for Flyway, which takes most of a second of a cold start.
public final class Template {
    private static final String FILE = "/model/empty.db";
    private static final String HISTORY = "/model/empty.txt";
    /// Which migrations made a database, whatever their order.
    private static final String APPLIED = """
            SELECT version || ' ' || checksum || ' ' || success FROM flyway_schema_history ORDER BY version""";
    private static final String MADE = """
            SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'""";

    private Template() {}

    /// Makes the template for a program that is being built: `Template <classes folder>`.
    public static void main(String[] args) throws IOException, SQLException {
        var file = Path.of(args[0]).resolve(FILE.substring(1));
        var dialect = new SqliteDialect();
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Migrations.apply(file, dialect);
        try (var connection = DriverManager.getConnection(dialect.url(file)); var tx = new Tx(connection)) {
            Files.write(Path.of(args[0]).resolve(HISTORY.substring(1)), applied(tx));
        }
    }

    /// Sees to it that a database has the tables of this version. Throws [DatabaseException] when it belongs to
    /// a newer version or cannot be opened.
    static void prepare(Path file, Dialect dialect) {
        try {
            if (Files.notExists(file) ? copied(file) : fits(file, dialect)) {
                return;
            }
        } catch (IOException fault) {
            throw new DatabaseException("make the database " + file, fault);
        }
        Migrations.apply(file, dialect);
    }

    /// Whole or not at all, whenever the machine stops: its name in the folder is on the disk when SQLite has
    /// begun its log there, before anything is acknowledged. A log without its database is worth nothing and goes:
    /// SQLite would take it for the copy's. False in a program that was packed without the template.
    private static boolean copied(Path file) throws IOException {
        try (var stream = Template.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                return false;
            }
            for (var rest : List.of("-wal", "-shm", "-journal")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + rest));
            }
            var begun = file.resolveSibling(file.getFileName() + ".new");
            Files.write(begun, stream.readAllBytes(), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    private static boolean fits(Path file, Dialect dialect) {
        try (var connection = DriverManager.getConnection(dialect.url(file), dialect.properties(false));
                var tx = new Tx(connection)) {
            return tx.number(MADE) > 0 && applied(tx).equals(history());
        } catch (SQLException fault) {
            throw new DatabaseException("open the database " + file, fault);
        }
    }

    private static List<String> applied(Tx tx) {
        return tx.all(APPLIED, row -> row.text(1));
    }

    private static List<String> history() {
        try (InputStream stream = Template.class.getResourceAsStream(HISTORY)) {
            return stream == null ? List.of() : new String(stream.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("could not read " + HISTORY, broken);
        }
    }
}
