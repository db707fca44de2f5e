package vn.gopy.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The first thing every request meets: it gets its id, and what we never take is turned away unread.
final class Gate extends Handler.Wrapper {
    private final RequestId.Counter requests;

    Gate(RequestId.Counter requests) {
        this.requests = requests;
    }

    @Override
    public boolean handle(Request request, Response answer, Callback done) throws Exception {
        return requests.during(() -> {
            if (bodiless(request)) {
                return super.handle(request, answer, done);
            }
            var patient = new Linger(new SlowBody(request));
            int refusal = refusal(request);
            if (refusal == 0) {
                return super.handle(patient, answer, done);
            }
            Response.writeError(patient, answer, done, refusal);
            return true;
        });
    }

    private static boolean bodiless(Request request) {
        return request.getMethod().equals("GET") && request.getLength() <= 0;
    }

    private static int refusal(Request request) {
        var method = request.getMethod();
        if (method.equals("TRACE") || method.equals("CONNECT")) {
            return 405;
        }
        if (request.getLength() > Server.BODY_BYTES) {
            return 413;
        }
        var encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        return encoding == null || encoding.equalsIgnoreCase("identity") ? 0 : 415;
    }
}
