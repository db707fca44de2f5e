package vn.gopy.channel.telegram;

import java.io.IOException;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.io.CloseMode;

/// One open connection to the Bot API. It carries one call at a time.
final class ApiLine {
    /// A status and a body, which is empty when it was longer than allowed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Raw(int status, String retryAfter, byte[] body) {}

    private static final int LARGEST_ANSWER = 16_000_000;
    private static final int SMALL = 16_000;
    private static final int FINAL = 200;

    private final DefaultBHttpClientConnection connection;
    private volatile long idleSince;
    private volatile boolean cut;
    private boolean usable;

    ApiLine(DefaultBHttpClientConnection connection) {
        this.connection = connection;
    }

    /// Sends a request and reads its answer to the end. Throws when the peer hangs up, speaks no HTTP, or the
    /// line is cut meanwhile.
    Raw exchange(ClassicHttpRequest request) throws IOException {
        usable = false;
        try {
            connection.sendRequestHeader(request);
            connection.sendRequestEntity(request);
            connection.flush();
            var response = connection.receiveResponseHeader();
            while (response.getCode() < FINAL) {
                response = connection.receiveResponseHeader();
            }
            connection.receiveResponseEntity(response);
            return read(response);
        } catch (HttpException broken) {
            throw new IOException("no HTTP", broken);
        }
    }

    private Raw read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? new byte[0] : body(entity);
        usable = body.length <= LARGEST_ANSWER && keepsOpen(response);
        return new Raw(response.getCode(), header(response, "Retry-After"),
                body.length <= LARGEST_ANSWER ? body : new byte[0]);
    }

    /// The whole body, or one byte more than is allowed. One whose length was told needs no room to grow.
    private static byte[] body(HttpEntity entity) throws IOException {
        long told = entity.getContentLength();
        int most = told < 0 || told > LARGEST_ANSWER ? LARGEST_ANSWER + 1 : (int) told;
        if (most > SMALL) {
            return entity.getContent().readNBytes(most);
        }
        var body = new byte[most];
        int read = entity.getContent().readNBytes(body, 0, most);
        return read == most ? body : Arrays.copyOf(body, read);
    }

    private static boolean keepsOpen(ClassicHttpResponse response) {
        var version = response.getVersion();
        boolean lasts = version == null || version.greaterEquals(HttpVersion.HTTP_1_1);
        return lasts && !header(response, "Connection").equalsIgnoreCase("close");
    }

    private static String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    /// Whether another call may follow on this line.
    boolean isUsable() {
        return usable && !cut;
    }

    /// Whether the peer has hung up meanwhile; looks at the connection for a millisecond.
    boolean isStale() {
        try {
            return connection.isStale();
        } catch (IOException _) {
            return true;
        }
    }

    void rest(long nanos) {
        idleSince = nanos;
    }

    long idleSince() {
        return idleSince;
    }

    /// Ends the line at once, also for whoever waits on it.
    void cut() {
        cut = true;
        connection.close(CloseMode.IMMEDIATE);
    }

    boolean isCut() {
        return cut;
    }
}
