package vn.gopy.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that only takes up room: thrown out when the disk is full, so that there is space to erase.
record Ballast(Path file, long bytes) {
    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);
    private static final int BLOCK = 1 << 16;

    /// Fills the file if it is missing and the disk has ten times its size free; a failure is logged, not
    /// thrown.
    void takeAboard() {
        try {
            if (bytes == 0 || Files.exists(file)
                    || Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < 10 * bytes) {
                return;
            }
            try (var out = new RandomAccessFile(file.toFile(), "rw")) {
                var block = new byte[BLOCK];
                for (long written = 0; written < bytes; written += BLOCK) {
                    out.write(block);
                }
            }
        } catch (IOException fault) {
            LOG.atWarn().setCause(fault).log("could not take ballast aboard");
        }
    }

    /// Throws it out; true when there was some.
    boolean throwOut() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException fault) {
            LOG.atError().setCause(fault).log("could not throw the ballast out");
            return false;
        }
    }
}
