package vn.gopy.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import vn.gopy.config.Secret;
import vn.gopy.config.Settings;

/// Who may read the counters: whoever knows the token, or, when there is none, this machine alone.
@FunctionalInterface
public interface Guard {
    boolean lets(Context request);

    static Guard from(Settings settings) {
        return settings.secret("metrics-token").map(Guard::token).orElseGet(Guard::thisMachine);
    }

    /// Lets in who sends `Authorization: Bearer <token>`.
    static Guard token(Secret token) {
        byte[] expected = ("Bearer " + token.value()).getBytes(StandardCharsets.UTF_8);
        return request -> {
            var sent = request.header("Authorization");
            return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected);
        };
    }

    /// Lets in who connects from this machine for itself. A proxy on this machine connects for others; it
    /// betrays itself by the address it was asked for or by a header of its own.
    static Guard thisMachine() {
        return request -> isLoopback(request.ip()) && request.header("X-Forwarded-For") == null
                && request.header("Forwarded") == null && request.header("Via") == null
                && isLocalName(request.host());
    }

    static boolean isLocalName(@Nullable String host) {
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
