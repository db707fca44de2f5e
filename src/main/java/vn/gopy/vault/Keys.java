package vn.gopy.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import vn.gopy.config.SettingsException;

/// The house's keys, one file a purpose, in a folder beside the database and never in it or its backups.
///
/// @param pseudonym hashes addresses and messages
/// @param wrap      wraps the residents' data keys
public record Keys(SecretKeySpec pseudonym, SecretKeySpec wrap) {
    private static final int BYTES = 32;
    private static final String PSEUDONYM = "pseudonym.key";
    private static final String WRAP = "wrap.key";

    /// Reads the keys of a folder, and makes those that are missing, readable by their owner alone: for a
    /// house without a database yet.
    public static Keys in(Path folder) {
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            make(folder.resolve(PSEUDONYM));
            make(folder.resolve(WRAP));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not make the keys", fault);
        }
        return of(folder);
    }

    /// Reads the keys of a folder. Throws [SettingsException] when one is missing, damaged, or can be read by
    /// others.
    public static Keys of(Path folder) {
        try {
            return new Keys(new SecretKeySpec(read(folder.resolve(PSEUDONYM)), "HmacSHA256"),
                    new SecretKeySpec(read(folder.resolve(WRAP)), "AES"));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not read the keys", fault);
        }
    }

    /// On the disk before anything is sealed with it.
    private static void make(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        try (var out = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            out.write(ByteBuffer.wrap(fresh));
            out.force(true);
        }
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new SettingsException("keys", file
                    + " is missing, and without it nobody is recognised and nothing sealed can be opened: "
                    + "put it back from where you keep it, or begin anew in another data folder");
        }
        var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        if (!permissions.substring(3).equals("------")) {
            throw new SettingsException("keys", file + " can be read by others: run chmod 600 on it");
        }
        var bytes = Files.readAllBytes(file);
        if (bytes.length != BYTES) {
            throw new SettingsException("keys",
                    file + " is damaged: put the key back from where you keep it");
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "***";
    }
}
