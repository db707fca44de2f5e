package vn.gopy.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import vn.gopy.text.Language;

/// Answers what never reaches a room: broken framing, headers that are too long, methods and encodings we do
/// not take.
final class Refusals extends ErrorHandler {
    private final Problems problems;
    private final SecurityHeaders headers;

    Refusals(Problems problems, SecurityHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response answer, int status, @Nullable String message,
            @Nullable Throwable fault, Callback done) {
        if (status >= 500 && fault != null) {
            Problems.report(fault);
        }
        var page = Problems.wantsPage(request.getHeaders().get(HttpHeader.ACCEPT));
        var told = problems.tell(status, page, Language.VIETNAMESE);
        answer.setStatus(status);
        fill(answer.getHeaders(), told.type(), status);
        answer.write(true, ByteBuffer.wrap(told.body().getBytes(StandardCharsets.UTF_8)), done);
    }

    private void fill(HttpFields.Mutable fields, String type, int status) {
        headers.renew(fields);
        fields.put(HttpHeader.CONTENT_TYPE, type);
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        if (status == 405) {
            fields.put(HttpHeader.ALLOW, "GET, HEAD, POST");
        }
    }
}
