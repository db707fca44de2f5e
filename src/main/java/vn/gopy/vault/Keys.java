package vn.gopy.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import vn.gopy.config.SettingsException;

/// The house's keys, one file a purpose, in a folder beside the database and never in it or its backups.
///
/// @param pseudonym hashes addresses and messages
/// @param wrap      wraps the residents' data keys
public record Keys(SecretKeySpec pseudonym, SecretKeySpec wrap) {
    private static final int BYTES = 32;

    /// Reads the keys of a folder, and makes those that are missing, readable by their owner alone. Throws
    /// [SettingsException] when a key file can be read by others.
    public static Keys in(Path folder) {
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new Keys(new SecretKeySpec(key(folder.resolve("pseudonym.key")), "HmacSHA256"),
                    new SecretKeySpec(key(folder.resolve("wrap.key")), "AES"));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not read the keys", fault);
        }
    }

    private static byte[] key(Path file) throws IOException {
        if (!Files.exists(file)) {
            var fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            Files.createFile(file,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, fresh);
            return fresh;
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
