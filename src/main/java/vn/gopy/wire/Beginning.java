package vn.gopy.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The first kilobyte of an answer, as plain text for whoever looks for the fault; the rest is never read.
final class Beginning {
    private static final int BYTES = 1024;

    private Beginning() {}

    static String of(InputStream body) {
        var bytes = new byte[BYTES];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < BYTES; read = body.read(bytes, length, BYTES - length)) {
                length += read;
            }
        } catch (IOException _) {
            // The status is known already; what arrived of the body before it broke off is enough.
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8).replaceAll("\\p{C}+", " ").strip();
    }
}
