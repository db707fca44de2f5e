package vn.gopy.identity;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Inquiry;

/// Carries the library's calls by the house's guarded client, so that no provider leads us to an address that
/// is not allowed, makes us follow it elsewhere, or keeps us waiting.
final class Errand implements HTTPRequestSender {
    private final GuardedClient client;

    Errand(GuardedClient client) {
        this.client = client;
    }

    /// The body of a document, which must be there.
    String document(String url) throws IOException {
        return switch (client.ask(new Inquiry(url, Map.of("accept", "application/json"), Optional.empty()))) {
            case Inquiry.Reply.Said said when said.status() == 200 -> said.body();
            case Inquiry.Reply.Said said -> throw new IOException("status " + said.status());
            case Inquiry.Reply.Nothing(var why) -> throw new IOException(why);
        };
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        var form = request.getMethod() == HTTPRequest.Method.POST
                ? Optional.ofNullable(request.getBody())
                : Optional.<String>empty();
        var inquiry = new Inquiry(request.getURI().toString(), headers(request), form);
        return switch (client.ask(inquiry)) {
            case Inquiry.Reply.Said said -> response(said);
            case Inquiry.Reply.Nothing(var why) -> throw new IOException(why);
        };
    }

    private static Map<String, String> headers(ReadOnlyHTTPRequest request) {
        var headers = new TreeMap<String, String>();
        request.getHeaderMap().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-type")) { // the client says it by itself
                headers.put(name, String.join(", ", values));
            }
        });
        return headers;
    }

    private static HTTPResponse response(Inquiry.Reply.Said said) throws IOException {
        var response = new HTTPResponse(said.status());
        try {
            response.setContentType(said.type());
        } catch (ParseException strange) {
            throw new IOException("an answer of no known kind", strange);
        }
        response.setBody(said.body());
        return response;
    }
}
