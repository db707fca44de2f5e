package vn.gopy.web;

import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Stands where servlets have their sessions, and has none: nobody here uses them, so no request is searched for
/// their cookie or wrapped for their sake.
final class NoSessions extends SessionHandler {
    NoSessions() {
        setUsingCookies(false);
        setUsingUriParameters(false);
    }

    @Override
    public boolean handle(Request request, Response answer, Callback done) throws Exception {
        var next = getHandler();
        return next != null && next.handle(request, answer, done);
    }
}
