package vn.gopy.db;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// Makes the tables of a database, or brings those of an older version up to date, with Flyway.
final class Migrations {
    private static final String[] NONE = {};

    private Migrations() {}

    /// Throws [DatabaseException] when the file belongs to a newer version or cannot be opened.
    static void apply(Path file, Dialect dialect) {
        try {
            Flyway.configure().dataSource(dialect.url(file), null, null).locations(dialect.migrations())
                    .ignoreMigrationPatterns(NONE).load().migrate();
        } catch (FlywayValidateException other) {
            throw new DatabaseException("use " + file
                    + ": another version of Góp Ý wrote it; start the newest that you have used", other);
        } catch (FlywayException fault) {
            throw new DatabaseException("open the database " + file, fault);
        }
    }
}
