package vn.gopy.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads one file that a form sends (RFC 7578). It stays in memory, within the longest body that any door takes;
/// no part of it is put on the disk.
public final class Upload {
    private static final Pattern TYPE = Pattern
            .compile("multipart/form-data;\\s*boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70}?)\"?\\s*");
    private static final Pattern NAME = Pattern
            .compile("(?i)content-disposition:[^\r\n]*;\\s*name=\"([^\"]*)\"");
    private static final String BREAK = "\r\n";

    private Upload() {}

    /// The bytes of the only field, which must have this name. Another type of body is refused with 415, another
    /// form of it as a bad request.
    public static byte[] of(Context request, String name) {
        Query.of(request, Set.of());
        var boundary = TYPE.matcher(Optional.ofNullable(request.contentType()).orElse(""));
        if (!boundary.matches()) {
            throw new HttpResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode());
        }
        // one character a byte, so that places in the text are places in the body
        var body = new String(request.bodyAsBytes(), StandardCharsets.ISO_8859_1);
        return part(body, "--" + boundary.group(1), name).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String part(String body, String boundary, String name) {
        int head = boundary.length() + BREAK.length();
        int content = body.indexOf(BREAK + BREAK);
        int end = body.indexOf(BREAK + boundary, Math.max(content, 0));
        if (!body.startsWith(boundary + BREAK) || content < head || end < content + 4
                || !body.startsWith("--", end + BREAK.length() + boundary.length())) {
            throw new BadRequestResponse("not a form with one file");
        }
        var named = NAME.matcher(body.substring(head, content));
        if (!named.find() || !named.group(1).equals(name)) {
            throw new BadRequestResponse("a field that is not known");
        }
        return body.substring(content + 4, end);
    }
}
