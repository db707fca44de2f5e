package vn.gopy.channel.telegram;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A call's fields with a file among them (RFC 7578).
final class Multipart {
    private final String boundary = "gopy-" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    Multipart field(String name, String value) {
        head("form-data; name=\"" + name + "\"\r\nContent-Type: text/plain; charset=utf-8");
        write(value);
        write("\r\n");
        return this;
    }

    Multipart png(String name, byte[] picture) {
        head("form-data; name=\"" + name + "\"; filename=\"" + name
                + ".png\"\r\nContent-Type: image/png");
        bytes.writeBytes(picture);
        write("\r\n");
        return this;
    }

    private void head(String disposition) {
        write("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n");
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The whole body; to be asked for once, after the last field.
    byte[] body() {
        write("--" + boundary + "--\r\n");
        return bytes.toByteArray();
    }
}
