package vn.gopy.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether files have changed since something was made from them.
public final class Fingerprint {
    private Fingerprint() {}

    /// The SHA-256 of all files in these folders, in the order of their paths, as hexadecimal digits.
    public static String of(Path... folders) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var folder : folders) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every JDK", missing);
        }
    }
}
