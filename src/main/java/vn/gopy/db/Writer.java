package vn.gopy.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection that writes, and the words that open and close its transactions.
///
/// The words are sent as SQL: sqlite-jdbc's own `commit()` opens the next transaction at once. And autocommit is
/// off, with no transaction left open: in autocommit the driver tries to begin one after each statement.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Connection connection;
    private final Tx tx;
    private final Words begin;
    private final Words commit;
    private final Words savepoint;
    private final Words release;

    Writer(Connection connection, Dialect dialect) {
        this.connection = connection;
        tx = new Tx(connection);
        leaveAutocommit();
        dialect.afterOpening().forEach(sql -> new Words(sql).execute());
        begin = new Words(dialect.begin());
        commit = new Words("COMMIT");
        savepoint = new Words("SAVEPOINT one");
        release = new Words("RELEASE SAVEPOINT one");
    }

    private void leaveAutocommit() {
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("COMMIT");
        } catch (SQLException fault) {
            throw new DatabaseException("leave autocommit", fault);
        }
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
        begin.execute();
    }

    void commit() {
        commit.execute();
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
        savepoint.execute();
    }

    void release() {
        release.execute();
    }

    /// Undoes what happened since the savepoint.
    void undo() {
        new Words("ROLLBACK TO SAVEPOINT one").execute();
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

    @Override
    public void close() {
        try {
            tx.close();
            connection.close();
        } catch (SQLException fault) {
            throw new DatabaseException("close the writer", fault);
        }
    }

    /// Some words of SQL, prepared once. After a full disk or an I/O error the driver has ended the statement
    /// for good, so they are prepared anew.
    private final class Words {
        private final String sql;
        private PreparedStatement statement;

        Words(String sql) {
            this.sql = sql;
            statement = prepare(sql);
        }

        void execute() {
            try {
                statement.execute();
            } catch (SQLException fault) {
                throw failed(fault);
            }
        }

        private DatabaseException failed(SQLException fault) {
            var failed = new DatabaseException("run " + sql, fault);
            try {
                statement.close();
                statement = connection.prepareStatement(sql);
            } catch (SQLException second) {
                failed.addSuppressed(second);
            }
            return failed;
        }
    }
}
