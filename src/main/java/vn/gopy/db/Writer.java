package vn.gopy.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection that writes, and the words that open and close its transactions.
///
/// The connection stays in autocommit and the words are sent as SQL: with autocommit off, sqlite-jdbc opens
/// the next transaction inside `commit()`.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Connection connection;
    private final Tx tx;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement savepoint;
    private final PreparedStatement release;

    Writer(Connection connection, Dialect dialect) {
        this.connection = connection;
        tx = new Tx(connection);
        dialect.afterOpening().forEach(sql -> execute(prepare(sql), sql));
        begin = prepare(dialect.begin());
        commit = prepare("COMMIT");
        savepoint = prepare("SAVEPOINT one");
        release = prepare("RELEASE SAVEPOINT one");
    }

    private PreparedStatement prepare(String sql) {
        try {
            return connection.prepareStatement(sql);
        } catch (SQLException fault) {
            throw new DatabaseException("prepare " + sql, fault);
        }
    }

    Tx tx() {
        return tx;
    }

    void begin() {
        execute(begin, "begin a transaction");
    }

    void commit() {
        execute(commit, "commit a transaction");
    }

    /// Moves the log into the file, as far as readers allow. A fault is no harm: the next one does more.
    void checkpoint() {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException fault) {
            LOG.atWarn().setCause(fault).log("could not checkpoint");
        }
    }

    void savepoint() {
        execute(savepoint, "set a savepoint");
    }

    void release() {
        execute(release, "release a savepoint");
    }

    /// Undoes what happened since the savepoint.
    void undo() {
        execute(prepare("ROLLBACK TO SAVEPOINT one"), "undo to a savepoint");
        release();
    }

    /// Undoes the whole transaction; says nothing when none is open.
    void rollback() {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException _) {
            // SQLite rolls back by itself on a full disk or an I/O error: then there is nothing left to undo.
        }
    }

    private static void execute(PreparedStatement statement, String doing) {
        try {
            statement.execute();
        } catch (SQLException fault) {
            throw new DatabaseException(doing, fault);
        }
    }

    @Override
    public void close() {
        try {
            tx.close();
            connection.close();
        } catch (SQLException fault) {
            throw new DatabaseException("close the writer", fault);
        }
    }
}
