package vn.gopy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import vn.gopy.config.SettingsException;

/// The folder that holds all of one Góp Ý: database, keys, backups. One process owns it at a time.
record DataFolder(Path path) {
    Path database() {
        return path.resolve("gopy.db");
    }

    /// Whether nothing was ever written down here.
    boolean isNew() {
        return Files.notExists(database());
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path backups() {
        return path.resolve("backups");
    }

    /// What editors wrote on the page, as files of claims.
    Path claims() {
        return path.resolve("claims");
    }

    /// Where the running service listens for an operator's commands.
    Path socket() {
        return path.resolve("gopy.sock");
    }

    /// Keeps some megabytes free, so that there is room to erase when the disk is full (contracts.md, finding
    /// 6).
    Path ballast() {
        return path.resolve("ballast");
    }

    /// Takes the folder for this process; empty when another one has it. A folder that is made is closed to
    /// all other users of the machine.
    Optional<Lock> lock() {
        try {
            Files.createDirectories(path,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var channel = FileChannel.open(path.resolve("gopy.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new Lock(channel, lock));
                }
            } catch (OverlappingFileLockException _) {
                // This very process has it: to the caller that is the same.
            }
            channel.close();
            return Optional.empty();
        } catch (IOException fault) {
            throw new SettingsException("data",
                    "cannot use " + path + ": give a folder that this user may write to");
        }
    }

    /// Whether this machine's other users can look into it.
    boolean isOpenToOthers() {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).endsWith("------");
        } catch (IOException fault) {
            throw new UncheckedIOException("could not look at the data folder", fault);
        }
    }

    /// Deletes the folder with all that is in it: for houses that were never meant to last.
    void throwAway() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The folder is this process's own until it is closed.
    record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException fault) {
                throw new UncheckedIOException("could not give the data folder back", fault);
            }
        }
    }
}
