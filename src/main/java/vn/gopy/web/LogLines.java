package vn.gopy.web;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes a log event as one line of JSON, in UTC, with the id of the request under way.
///
/// Of an exception it writes the classes and the way through the code, never the message: that may quote a
/// resident or hold a secret (contracts.md section 5, row 44).
public final class LogLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};
    private static final int FRAMES = 12;

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new StringBuilder(200).append("{\"time\":\"").append(event.getInstant()).append('"');
        put(line, "level", event.getLevel());
        put(line, "from", event.getLoggerName());
        put(line, "event", event.getFormattedMessage());
        RequestId.current().ifPresent(request -> put(line, "request", request));
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> put(line, pair.key, pair.value));
        }
        if (event.getThrowableProxy() != null) {
            put(line, "fault", chain(event.getThrowableProxy()));
            put(line, "at", way(event.getThrowableProxy()));
        }
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(StringBuilder line, String key, @Nullable Object value) {
        line.append(",\"");
        quote(line, key);
        line.append("\":");
        if (value instanceof Number || value instanceof Boolean) {
            line.append(value);
            return;
        }
        line.append('"');
        quote(line, String.valueOf(value));
        line.append('"');
    }

    /// JSON lets through what some readers of logs take for the end of a line, a colour or another order of
    /// writing; all of that is escaped too.
    private static void quote(StringBuilder line, String text) {
        for (char c : JsonStringEncoder.getInstance().quoteAsString(text)) {
            if ((c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029
                    || Character.getType(c) == Character.FORMAT) {
                line.append("\\u%04X".formatted((int) c));
            } else {
                line.append(c);
            }
        }
    }

    private static String chain(IThrowableProxy fault) {
        var names = new StringBuilder(fault.getClassName());
        for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            names.append(" < ").append(cause.getClassName());
        }
        return names.toString();
    }

    private static String way(IThrowableProxy fault) {
        var root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var way = new StringBuilder();
        var frames = root.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            var frame = frames[i].getStackTraceElement();
            way.append(i == 0 ? "" : " < ").append(frame.getClassName()).append('.')
                    .append(frame.getMethodName()).append(':').append(frame.getLineNumber());
        }
        return way.toString();
    }
}
