package vn.gopy.db;

import java.nio.file.Path;
import java.util.Properties;

/// What differs between databases, as a few small questions.
public interface Dialect {
    /// The JDBC address of a database.
    String url(Path file);

    /// Properties for a connection that writes, or that only reads.
    Properties properties(boolean writes);

    /// The word that opens a writing transaction.
    String begin();

    /// Where the migrations of this database lie on the class path.
    String migrations();
}
