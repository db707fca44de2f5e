package vn.gopy.db;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.sqlite.SQLiteOpenMode;

/// SQLite: WAL, `synchronous=FULL` at every open (contracts.md, finding 4), erased bytes overwritten.
final class SqliteDialect implements Dialect {
    /// A connection belongs to one thread at a time: SQLite need not lock it at each call.
    private static final int OPEN = SQLiteOpenMode.READWRITE.flag | SQLiteOpenMode.CREATE.flag
            | SQLiteOpenMode.NOMUTEX.flag;

    static {
        NativeSqlite.load();
    }

    @Override
    public String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public Properties properties(boolean writes) {
        var properties = new Properties();
        properties.setProperty("open_mode", Integer.toString(OPEN));
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("busy_timeout", "5000");
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("secure_delete", "true");
        properties.setProperty("temp_store", "MEMORY");
        properties.setProperty("jdbc.get_generated_keys", "false");
        properties.setProperty("cache_size", writes ? "-8000" : "-2000");
        if (!writes) {
            properties.setProperty("query_only", "true");
        }
        return properties;
    }

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE";
    }

    /// The log is moved into the file beside the writer, not by it (`Database.tidy`).
    @Override
    public List<String> afterOpening() {
        return List.of("PRAGMA wal_autocheckpoint = 0");
    }

    @Override
    public String migrations() {
        return "classpath:db/sqlite";
    }
}
