package vn.gopy.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The row a query stands on; columns are counted from 1, as in JDBC.
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public long number(int column) {
        return get(() -> results.getLong(column));
    }

    public int integer(int column) {
        return get(() -> results.getInt(column));
    }

    /// Text of a column that is never null.
    public String text(int column) {
        return find(() -> results.getString(column))
                .orElseThrow(() -> new DatabaseException("column " + column + " holds no text"));
    }

    public Optional<String> textOrNone(int column) {
        return find(() -> results.getString(column));
    }

    /// Bytes of a column that is never null.
    public byte[] bytes(int column) {
        return find(() -> results.getBytes(column))
                .orElseThrow(() -> new DatabaseException("column " + column + " holds no bytes"));
    }

    public Optional<byte[]> bytesOrNone(int column) {
        return find(() -> results.getBytes(column));
    }

    public boolean isNull(int column) {
        return get(() -> {
            results.getObject(column);
            return results.wasNull();
        });
    }

    private static <T> Optional<T> find(Getter<T> getter) {
        try {
            return Optional.ofNullable(getter.get());
        } catch (SQLException fault) {
            throw new DatabaseException("read a column", fault);
        }
    }

    private static <T> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException fault) {
            throw new DatabaseException("read a column", fault);
        }
    }

    private interface Getter<T> {
        T get() throws SQLException;
    }
}
