package vn.gopy.web;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// Puts the headers of contracts.md section 5, rows 14, 16 and 17, on every answer, before anything else sees
/// the request. They are encoded once, so that the busiest door pays next to nothing for them.
final class SecurityHeaders implements HttpConfiguration.Customizer {
    static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_PERMISSIONS = "accelerometer=(), autoplay=(), camera=(), "
            + "display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), microphone=(), midi=(), "
            + "payment=(), usb=()";

    private final List<HttpField> fields;

    /// @param secure whether the world reaches this service over https
    SecurityHeaders(boolean secure) {
        var all = new ArrayList<HttpField>();
        all.add(field("Content-Security-Policy", CSP));
        all.add(field("X-Content-Type-Options", "nosniff"));
        all.add(field("Referrer-Policy", "no-referrer"));
        all.add(field("Cross-Origin-Opener-Policy", "same-origin"));
        all.add(field("Cross-Origin-Resource-Policy", "same-origin"));
        all.add(field("Permissions-Policy", NO_PERMISSIONS));
        if (secure) {
            all.add(field("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));
        }
        fields = List.copyOf(all);
    }

    private static HttpField field(String name, String value) {
        return new PreEncodedHttpField(name, value);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        for (var field : fields) {
            answer.add(field);
        }
        return request;
    }

    /// Puts them again where an answer was begun anew.
    void renew(HttpFields.Mutable answer) {
        fields.forEach(answer::put);
    }
}
