package vn.gopy.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Refuses requests that another site's page sends (contracts.md section 5, row 18).
public final class SameOrigin {
    private SameOrigin() {}

    /// Throws a 403 unless the browser itself says that one of our own pages sends this.
    public static void demand(Context request) {
        if (!holds(request.header("Sec-Fetch-Site"), request.header("Origin"), request.host())) {
            throw new ForbiddenResponse();
        }
    }

    static boolean holds(@Nullable String site,
            @Nullable String origin,
            @Nullable String host) {
        if (site != null) {
            return site.equals("same-origin");
        }
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
