package vn.gopy.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after a database file beside the work: checkpoints, scrubbing after an erasure, copies, checks.
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int SCRUB_TRIES = 60;
    private static final int PAGE = 4096;
    private static final int CORRUPT = 11;
    private static final int NO_DATABASE = 26;

    private final Path file;
    private final Dialect dialect = new SqliteDialect();

    Upkeep(Path file) {
        this.file = file;
    }

    /// Upkeep of a file that no service has open.
    public static Upkeep of(Path file) {
        return new Upkeep(file);
    }

    /// Moves what was committed from the write-ahead log into the file, as far as readers allow, without
    /// stopping the writer. It keeps the log short and the writer free of that work. Gives back how many
    /// bytes the log holds, moved ones among them: it begins anew once all are moved and somebody writes.
    public long checkpoint() {
        try (var connection = open();
                var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            return result.next() ? result.getLong(2) * PAGE : 0;
        } catch (SQLException fault) {
            throw new DatabaseException("move the write-ahead log into the file", fault);
        }
    }

    /// Moves everything into the file and empties the log, so that nothing erased is left in it (contracts.md
    /// P6). False when a reader or the writer was in the way for all of the tries.
    public boolean scrub() {
        for (int tries = 0; tries < SCRUB_TRIES; tries++) {
            if (truncated()) {
                return true;
            }
        }
        LOG.atWarn().log("could not empty the write-ahead log: a reader is in the way");
        return false;
    }

    private boolean truncated() {
        try (var connection = open();
                var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return result.next() && result.getInt(1) == 0;
        } catch (SQLException fault) {
            throw new DatabaseException("empty the write-ahead log", fault);
        }
    }

    /// Writes a consistent copy while the work goes on (`VACUUM INTO`), then runs statements on the copy
    /// alone.
    public void copyTo(Path copy, List<String> afterwards) {
        try (var connection = open(); var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException fault) {
            throw new DatabaseException("copy the database", fault);
        }
        try (var connection = DriverManager.getConnection(dialect.url(copy));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete = ON");
            for (var sql : afterwards) {
                statement.execute(sql);
            }
            statement.execute("VACUUM");
        } catch (SQLException fault) {
            throw new DatabaseException("prepare the copy", fault);
        }
    }

    /// Runs statements on this file with another one attached as `other`, all in one transaction. Nobody who
    /// writes waits for it unless a statement writes into this file.
    public void together(Path other, List<String> statements) {
        try (var connection = open(); var attach = connection.prepareStatement("ATTACH ? AS other")) {
            attach.setString(1, other.toString());
            attach.execute();
            try (var statement = connection.createStatement()) {
                statement.execute("BEGIN");
                for (var sql : statements) {
                    statement.execute(sql);
                }
                statement.execute("COMMIT");
            }
        } catch (SQLException fault) {
            throw new DatabaseException("work on two files", fault);
        }
    }

    /// Looks at what is committed, from beside the work.
    public <T> T read(Function<Tx, T> look) {
        try (var connection = open(); var tx = new Tx(connection)) {
            return look.apply(tx);
        } catch (SQLException fault) {
            throw new DatabaseException("look at the database", fault);
        }
    }

    /// The numbers that some queries give, such as counts of rows, in their order.
    public List<Long> numbers(List<String> queries) {
        try (var connection = open(); var statement = connection.createStatement()) {
            var numbers = new ArrayList<Long>();
            for (var sql : queries) {
                try (var result = statement.executeQuery(sql)) {
                    numbers.add(result.next() ? result.getLong(1) : 0L);
                }
            }
            return numbers;
        } catch (SQLException fault) {
            throw new DatabaseException("count rows", fault);
        }
    }

    /// What SQLite finds wrong with the file; empty when nothing is. `quick` leaves out the indexes. Throws
    /// [DatabaseException] when it cannot look, as when another program holds the file.
    public List<String> faults(boolean quick) {
        try (var connection = open()) {
            return faults(connection, quick ? "PRAGMA quick_check(20)" : "PRAGMA integrity_check(20)");
        } catch (SQLException fault) {
            return List.of(damage(fault));
        }
    }

    /// The same of a file that lies still, such as a copy; it is looked at and left as it is.
    public static List<String> faultsOf(Path still) {
        var address = "jdbc:sqlite:file:" + still.toUri().getRawPath() + "?immutable=1";
        try (var connection = DriverManager.getConnection(address)) {
            return faults(connection, "PRAGMA integrity_check(20)");
        } catch (SQLException fault) {
            return List.of(damage(fault));
        }
    }

    private static List<String> faults(Connection connection, String check) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(check)) {
            var faults = new ArrayList<String>();
            while (result.next()) {
                faults.add(result.getString(1));
            }
            return faults.equals(List.of("ok")) ? List.of() : faults;
        }
    }

    private static String damage(SQLException fault) {
        return switch (fault.getErrorCode() & 0xff) {
            case CORRUPT, NO_DATABASE -> String.valueOf(fault.getMessage());
            default -> throw new DatabaseException("check the database", fault);
        };
    }

    private Connection open() throws SQLException {
        var properties = dialect.properties(true);
        properties.setProperty("busy_timeout", "500");
        return DriverManager.getConnection(dialect.url(file), properties);
    }
}
