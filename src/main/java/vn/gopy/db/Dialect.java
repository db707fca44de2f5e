package vn.gopy.db;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// What differs between databases, as a few small questions.
public interface Dialect {
    /// The JDBC address of a database.
    String url(Path file);

    /// Properties for a connection that writes, or that only reads.
    Properties properties(boolean writes);

    /// The word that opens a writing transaction.
    String begin();

    /// Statements for the connection that writes, once it is open.
    List<String> afterOpening();

    /// Where the migrations of this database lie on the class path.
    String migrations();
}
