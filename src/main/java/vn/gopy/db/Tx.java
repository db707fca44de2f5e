package vn.gopy.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// An open transaction (or a reader's look at one state of the data). It is passed as a parameter, so that
/// one sees which calls belong together. Statements are prepared once for each connection. Belongs to one
/// thread at a time.
///
/// Parameters are `Long`, `Integer`, `String`, `byte[]`, or [Tx#NULL]; times go in as epoch milliseconds.
public final class Tx implements AutoCloseable {
    /// An SQL NULL as a parameter.
    public static final Object NULL = new Object();

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Tx(Connection connection) {
        this.connection = connection;
    }

    /// Runs a statement that changes rows; gives back how many it changed.
    public int run(String sql, Object... parameters) {
        try {
            return bound(sql, parameters).executeUpdate();
        } catch (SQLException fault) {
            throw failed(sql, fault);
        }
    }

    /// All rows of a query, in its order.
    public <T> List<T> all(String sql, Function<Row, T> reader, Object... parameters) {
        try (var results = bound(sql, parameters).executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(results);
            while (results.next()) {
                rows.add(reader.apply(row));
            }
            return rows;
        } catch (SQLException fault) {
            throw failed(sql, fault);
        }
    }

    /// Gives each row of a query to a reader, in its order, without keeping any: for more rows than memory
    /// holds.
    public void each(String sql, Consumer<Row> reader, Object... parameters) {
        try (var results = bound(sql, parameters).executeQuery()) {
            var row = new Row(results);
            while (results.next()) {
                reader.accept(row);
            }
        } catch (SQLException fault) {
            throw failed(sql, fault);
        }
    }

    /// The first row of a query, if it has one.
    public <T> Optional<T> first(String sql, Function<Row, T> reader, Object... parameters) {
        try (var results = bound(sql, parameters).executeQuery()) {
            return results.next() ? Optional.of(reader.apply(new Row(results))) : Optional.empty();
        } catch (SQLException fault) {
            throw failed(sql, fault);
        }
    }

    /// The number in the first column of the only row.
    public long number(String sql, Object... parameters) {
        return first(sql, row -> row.number(1), parameters)
                .orElseThrow(() -> new DatabaseException("no row for " + firstWords(sql)));
    }

    private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    /// After a full disk or an I/O error the driver has ended the statement for good, so it is prepared anew
    /// the next time.
    private DatabaseException failed(String sql, SQLException fault) {
        var failed = new DatabaseException("run " + firstWords(sql), fault);
        try {
            var statement = prepared.remove(sql);
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
        return failed;
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case String text -> statement.setString(place, text);
            case byte[] bytes -> statement.setBytes(place, bytes);
            case Object none when none == NULL -> statement.setNull(place, java.sql.Types.NULL);
            default ->
                throw new IllegalArgumentException("cannot store a " + value.getClass().getSimpleName());
        }
    }

    private static String firstWords(String sql) {
        var words = sql.strip().split("\\s+", 4);
        return String.join(" ", java.util.Arrays.copyOf(words, Math.min(3, words.length)));
    }

    /// Closes the prepared statements, not the connection.
    @Override
    public void close() {
        prepared.values().forEach(statement -> {
            try {
                statement.close();
            } catch (SQLException fault) {
                throw new DatabaseException("close a statement", fault);
            }
        });
        prepared.clear();
    }
}
