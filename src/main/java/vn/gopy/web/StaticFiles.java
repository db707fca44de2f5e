package vn.gopy.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The files under `static/` in the program's jar, each read once and kept with its hash.
final class StaticFiles {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.(css|js|svg|png|txt)");
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    /// The file of that name, if there is one.
    Optional<StaticFile> find(String name) {
        var known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var read = read(name);
        read.ifPresent(file -> files.put(name, file));
        return read;
    }

    /// The address under which a page names a file. Throws when there is no such file: a page must not name
    /// one.
    String address(String name) {
        var file = find(name).orElseThrow(() -> new IllegalArgumentException("no static file " + name));
        return "/static/" + name + "?v=" + file.hash();
    }

    private static Optional<StaticFile> read(String name) {
        try (InputStream stream = StaticFiles.class.getResourceAsStream("/static/" + name)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = stream.readAllBytes();
            return Optional.of(new StaticFile(bytes, type(name), hash(bytes)));
        } catch (IOException broken) {
            throw new IllegalStateException("could not read static file " + name, broken);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml; charset=utf-8";
            case "png" -> "image/png";
            default -> "text/plain; charset=utf-8";
        };
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    /// A file's bytes, its media type and the beginning of its hash.
    static final class StaticFile {
        private final byte[] bytes;
        private final String type;
        private final String hash;

        StaticFile(byte[] bytes, String type, String hash) {
            this.bytes = bytes;
            this.type = type;
            this.hash = hash;
        }

        /// The bytes themselves, not a copy: whoever gets them only sends them.
        byte[] bytes() {
            return bytes;
        }

        String type() {
            return type;
        }

        String hash() {
            return hash;
        }
    }
}
