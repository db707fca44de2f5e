package vn.gopy.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.gopy.fakes.StrictHtml.Refused;

/// Reads a body of several parts strictly (RFC 7578): files as binary values, `reply_markup` as JSON, the rest
/// as text.
final class FormData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "multipart/form-data; boundary=";

    private FormData() {}

    static boolean is(String type) {
        return type.startsWith(MARK);
    }

    static JsonNode read(String type, byte[] body) throws JsonProcessingException {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var line = "--" + type.substring(MARK.length());
        if (!text.startsWith(line + "\r\n") || !text.endsWith(line + "--\r\n")) {
            throw new Refused("the parts do not begin or end as they should");
        }
        var read = JSON.createObjectNode();
        var inner = text.substring(line.length() + 2, text.length() - line.length() - 4);
        for (var part : inner.split(Pattern.quote(line + "\r\n"), -1)) {
            int head = part.indexOf("\r\n\r\n");
            var name = part.replaceFirst("(?s).*?; name=\"([a-z_]+)\".*", "$1");
            var value = part.substring(head + 4, part.length() - 2);
            if (part.substring(0, head).contains("filename=")) {
                read.put(name, value.getBytes(StandardCharsets.ISO_8859_1));
            } else if (name.equals("reply_markup")) {
                read.set(name, JSON.readTree(utf8(value)));
            } else if (name.equals("chat_id")) {
                read.put(name, Long.parseLong(value));
            } else {
                read.put(name, utf8(value));
            }
        }
        return read;
    }

    private static String utf8(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
