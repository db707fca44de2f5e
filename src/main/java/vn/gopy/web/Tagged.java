package vn.gopy.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An answer that carries an ETag: who has it already is told so, and nothing is sent twice.
///
/// @param tag     the ETag in its quotes
/// @param caching the answer's `Cache-Control`
/// @param type    its media type
public record Tagged(String tag, String caching, String type) {
    public static final String JSON = "application/json; charset=utf-8";

    /// An answer that never changes.
    public static Tagged forEver(String hash, String type) {
        return new Tagged('"' + hash + '"', "public, max-age=31536000, immutable", type);
    }

    /// An answer that may change; whoever keeps it asks again before using it.
    public static Tagged untilChanged(String name, String type) {
        return new Tagged('"' + name + '"', "public, no-cache", type);
    }

    /// The same for bytes that may differ while they mean the same.
    public Tagged weak() {
        return new Tagged("W/" + tag, caching, type);
    }

    /// A name for these bytes.
    public static String nameOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    /// Answers with the body, or with 304 when the request names this tag. An answer that may not be kept, as
    /// those to officials alone, stays so.
    public void answer(Context request, Supplier<byte[]> body) {
        request.header("ETag", tag);
        if (!"no-store".equals(request.res().getHeader("Cache-Control"))) {
            request.header("Cache-Control", caching);
        }
        if (isNamedIn(request.header("If-None-Match"))) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        request.contentType(type).result(body.get());
    }

    /// Compares as RFC 9110, 13.1.2 wants it: weakly, with a list of tags or `*`.
    private boolean isNamedIn(@Nullable String header) {
        return header != null && Arrays.stream(header.split(",", -1)).map(String::strip)
                .anyMatch(named -> named.equals("*") || plain(named).equals(plain(tag)));
    }

    private static String plain(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
