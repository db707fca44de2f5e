package vn.gopy.web;

import io.javalin.http.Context;
import java.util.Optional;

/// The cookie that carries the id of an official's session: `__Host-session`, for https alone, out of reach of
/// scripts and of other sites (contracts.md section 5, row 13). On plain http of this machine, where browsers
/// refuse such a cookie, it is called `session`; never once the service has a public address.
public final class SessionCookie {
    private static final String SECURE = "__Host-session";
    private static final String PLAIN = "session";

    private final boolean everSecure;

    public SessionCookie(WebSettings settings) {
        everSecure = !settings.publicUrl().isEmpty();
    }

    /// The session's id, if the request carries one.
    public Optional<String> in(Context request) {
        return Optional.ofNullable(request.cookie(name(request))).filter(id -> !id.isBlank());
    }

    /// Gives the browser the id of a session; it forgets it when it is closed.
    public void set(Context request, String id) {
        request.header("Set-Cookie", name(request) + "=" + id + marks(request));
    }

    /// Has the browser forget the id.
    public void drop(Context request) {
        request.header("Set-Cookie", name(request) + "=" + marks(request) + "; Max-Age=0");
    }

    private String name(Context request) {
        return secure(request) ? SECURE : PLAIN;
    }

    private String marks(Context request) {
        return (secure(request) ? "; Secure" : "") + "; HttpOnly; SameSite=Strict; Path=/";
    }

    private boolean secure(Context request) {
        return everSecure || !Guard.isLocalName(request.host());
    }
}
