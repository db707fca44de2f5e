package vn.gopy.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/// The database of one Góp Ý: one [Ledger] that writes and a few connections that read.
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final long LONG_LOG = 8L << 20;
    private static final long LONGEST_LOG = 64L << 20;

    private final Path file;
    private final Ledger ledger;
    private final BlockingQueue<Reader> readers;

    private Database(Path file, Ledger ledger, BlockingQueue<Reader> readers) {
        this.file = file;
        this.ledger = ledger;
        this.readers = readers;
    }

    /// Opens the file, creates or migrates its tables, and starts the ledger. Throws [DatabaseException] when
    /// the file belongs to a newer version or cannot be opened.
    public static Database open(Path file) {
        return open(file, Ledger.TOGETHER);
    }

    /// The same, with at most so many write-sets in one transaction: 1 is no group commit, for comparison.
    public static Database open(Path file, int together) {
        var dialect = new SqliteDialect();
        Template.prepare(file, dialect);
        var ledger = new Ledger(new Writer(connect(file, dialect, true), dialect), together).start();
        var readers = new ArrayBlockingQueue<Reader>(READERS);
        for (int i = 0; i < READERS; i++) {
            readers.add(new Reader(connect(file, dialect, false)));
        }
        return new Database(file, ledger, readers);
    }

    private static Connection connect(Path file, Dialect dialect, boolean writes) {
        try {
            return DriverManager.getConnection(dialect.url(file), dialect.properties(writes));
        } catch (SQLException fault) {
            throw new DatabaseException("open the database " + file.getFileName(), fault);
        }
    }

    public Path file() {
        return file;
    }

    /// Keeps the write-ahead log short; called about twice a second. It is moved into the file on this thread.
    /// Only when it has grown long all the same, because writers never rest, the ledger moves the last of it
    /// between two transactions, so that it begins anew: that makes them wait some milliseconds.
    public void tidy() {
        if (logBytes() > LONG_LOG && upkeep().checkpoint() > LONGEST_LOG) {
            ledger.tidy();
        }
    }

    /// The length of the write-ahead log in bytes.
    public long logBytes() {
        return file.resolveSibling(file.getFileName() + "-wal").toFile().length();
    }

    /// Looks after the file beside the work.
    public Upkeep upkeep() {
        return new Upkeep(file);
    }

    public Ledger ledger() {
        return ledger;
    }

    /// Looks at what is committed; each statement sees one consistent state. Waits, parked, while all readers
    /// are busy.
    public <T> T read(Function<Tx, T> look) {
        try {
            var reader = readers.take();
            try {
                return reader.look(look);
            } finally {
                readers.put(reader);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("wait for a reader", stop);
        }
    }

    @Override
    public void close() {
        ledger.close();
        readers.forEach(Reader::close);
    }

    private static final class Reader implements AutoCloseable {
        private final Connection connection;
        private final Tx tx;

        Reader(Connection connection) {
            this.connection = connection;
            tx = new Tx(connection);
        }

        <T> T look(Function<Tx, T> look) {
            return look.apply(tx);
        }

        @Override
        public void close() {
            try {
                tx.close();
                connection.close();
            } catch (SQLException fault) {
                throw new DatabaseException("close a reader", fault);
            }
        }
    }
}
