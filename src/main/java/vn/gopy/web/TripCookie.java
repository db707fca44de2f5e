package vn.gopy.web;

import io.javalin.http.Context;
import java.util.Optional;

/// The cookie that a browser carries to the provider of identities and back: for ten minutes and one trip. It
/// must come back from another site's page, which [SessionCookie] never does; so it opens nothing by itself.
public final class TripCookie {
    private static final String SECURE = "__Host-trip";
    private static final String PLAIN = "trip";
    private static final int SECONDS = 600;

    private final boolean everSecure;

    public TripCookie(WebSettings settings) {
        everSecure = !settings.publicUrl().isEmpty();
    }

    /// What the cookie carries; empty text for none.
    public String in(Context request) {
        return Optional.ofNullable(request.cookie(name(request))).orElse("");
    }

    public void set(Context request, String ticket) {
        add(request, ticket, SECONDS);
    }

    public void drop(Context request) {
        add(request, "", 0);
    }

    /// Beside other cookies, not in their place.
    private void add(Context request, String value, int seconds) {
        boolean secure = secure(request);
        request.res().addHeader("Set-Cookie", name(request) + "=" + value + (secure ? "; Secure" : "")
                + "; HttpOnly; SameSite=Lax; Path=/; Max-Age=" + seconds);
    }

    private String name(Context request) {
        return secure(request) ? SECURE : PLAIN;
    }

    private boolean secure(Context request) {
        return everSecure || !Guard.isLocalName(request.host());
    }
}
