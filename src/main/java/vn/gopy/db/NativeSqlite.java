package vn.gopy.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's own code, which the driver carries. The driver by itself writes it into the folder for temporary
/// files and compares it byte by byte, which costs a sixth of a second in a cold start, and leaves it there
/// after a power cut. Here it lies in a folder of its own, only for as long as it is loaded.
final class NativeSqlite {
    private static final Logger LOG = LoggerFactory.getLogger(NativeSqlite.class);
    private static final String PATH = "org.sqlite.lib.path";

    private NativeSqlite() {}

    /// Loads it, unless the operator has named a library of their own. Where this does not work, the driver goes its
    /// own way. For [SqliteDialect] alone, before the first connection.
    static void load() {
        if (System.getProperty(PATH) != null) {
            return;
        }
        var name = LibraryLoaderUtil.getNativeLibName();
        try (var stream = SQLiteJDBCLoader.class
                .getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (stream != null) {
                loadFrom(Files.createTempDirectory("gopy-sqlite"), name, stream);
            }
        } catch (Exception fault) { // the driver tries again in its own way, and says what is wrong
            LOG.atInfo().setCause(fault).log("SQLite is loaded by its driver");
        }
    }

    private static void loadFrom(Path folder, String name, InputStream code) throws Exception {
        var file = folder.resolve(name);
        try {
            Files.copy(code, file);
            System.setProperty(PATH, folder.toString());
            SQLiteJDBCLoader.initialize();
        } finally {
            remove(file);
            remove(folder);
        }
    }

    /// Some systems keep a loaded file: it goes when the program ends.
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            file.toFile().deleteOnExit();
        }
    }
}
