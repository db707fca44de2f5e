package vn.gopy.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Calls systems whose addresses others gave us, and cannot be led astray (contracts.md W5, W10):
/// destinations and their addresses are checked at every call, nothing is followed, nothing is waited for
/// long or read at length.
///
/// No connection is kept, so no call goes out on one that was checked for an earlier call; no call is
/// silently repeated.
public final class GuardedClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TOTAL = Duration.ofSeconds(15);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final Destinations destinations;
    private final InstantSource clock;
    private final WireSettings settings;
    private final Duration total;
    private @Nullable OkHttpClient built;
    private final CheckedDns dns;

    public GuardedClient(WireSettings settings, Resolver resolver, InstantSource clock) {
        this(settings, resolver, clock, TOTAL);
    }

    GuardedClient(WireSettings settings, Resolver resolver, InstantSource clock, Duration total) {
        destinations = new Destinations(settings);
        this.clock = clock;
        dns = new CheckedDns(new TimedResolver(resolver, CONNECT), destinations);
        this.settings = settings;
        this.total = total;
    }

    /// Built when something is sent for the first time: it reads the machine's certificates.
    private synchronized OkHttpClient client() {
        if (built == null) {
            built = new OkHttpClient.Builder()
                    .dns(dns)
                    .proxy(Proxy.NO_PROXY)
                    .followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                    .connectionSpecs(settings.allowLoopbackHttp()
                            ? List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT)
                            : List.of(ConnectionSpec.MODERN_TLS))
                    .protocols(List.of(Protocol.HTTP_1_1))
                    .eventListenerFactory(GuardedClient::progress)
                    .connectTimeout(CONNECT).readTimeout(total).writeTimeout(total).callTimeout(total)
                    .build();
        }
        return built;
    }

    private static Progress progress(Call call) {
        var progress = call.request().tag(Progress.class);
        return progress == null ? new Progress() : progress;
    }

    /// Posts JSON with these headers. Blocks for at most 15 seconds and a look-up; throws nothing for what
    /// happens on the way. No reason it gives quotes the URL.
    public Outcome post(String url, Map<String, String> headers, byte[] body) {
        var objection = destinations.objection(url);
        if (objection.isPresent()) {
            return new Outcome.NotSent(objection.get());
        }
        var progress = new Progress();
        // An encoding asked for by us is not unpacked by the client: no small answer can grow large.
        var call = client().newCall(new Request.Builder().url(url).headers(Headers.of(headers))
                .header("accept-encoding", "identity").header("user-agent", "gopy")
                .tag(Progress.class, progress).post(RequestBody.create(body, MediaType.get(JSON))).build());
        try (var response = call.execute()) {
            var answer = answered(response);
            // Closing alone would first read on for a moment, in the hope of keeping the connection.
            call.cancel();
            return answer;
        } catch (IOException fault) {
            var why = why(fault);
            return progress.written() ? new Outcome.Unknown(why) : new Outcome.NotSent(why);
        }
    }

    /// Asks for something and reads the answer, if it is no longer than [#LONGEST_ANSWER]. Blocks for at most
    /// 15 seconds and a look-up; throws nothing for what happens on the way.
    public Inquiry.Reply ask(Inquiry inquiry) {
        var objection = destinations.objection(inquiry.url());
        if (objection.isPresent()) {
            return new Inquiry.Reply.Nothing(objection.get());
        }
        var request = new Request.Builder().url(inquiry.url()).headers(Headers.of(inquiry.headers()))
                .header("accept-encoding", "identity").header("user-agent", "gopy");
        inquiry.form().ifPresent(form -> request.post(
                RequestBody.create(form.getBytes(StandardCharsets.UTF_8), MediaType.get(FORM))));
        var call = client().newCall(request.build());
        try (var response = call.execute()) {
            var body = response.body().byteStream().readNBytes(LONGEST_ANSWER + 1);
            call.cancel();
            return body.length > LONGEST_ANSWER
                    ? new Inquiry.Reply.Nothing("the answer is too long")
                    : new Inquiry.Reply.Said(response.code(),
                            Optional.ofNullable(response.header("content-type")).orElse(""),
                            new String(body, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            return new Inquiry.Reply.Nothing(why(fault));
        }
    }

    /// Why nothing may be sent to this URL, whatever its name resolves to; empty when it may.
    public Optional<String> objection(String url) {
        return destinations.objection(url);
    }

    /// The same, and what its name resolves to at this moment.
    public Optional<String> objectionNow(String url) {
        var objection = destinations.objection(url);
        if (objection.isPresent() || destinations.isThisMachine(url)) {
            return objection;
        }
        try {
            dns.lookup(HttpUrl.get(url).host());
            return Optional.empty();
        } catch (UnknownHostException fault) {
            return Optional.of(why(fault));
        }
    }

    private Outcome answered(Response response) {
        var retryAfter = RetryAfter.of(Optional.ofNullable(response.header("retry-after")), clock.instant());
        var beginning = Beginning.of(response.body().byteStream());
        return new Outcome.Answered(response.code(), retryAfter, beginning);
    }

    private static String why(IOException fault) {
        return switch (fault) {
            case UnknownHostException refused when refused.getMessage() != null -> refused.getMessage();
            case InterruptedIOException _ -> "no answer in time";
            case SSLException _ -> "no secure connection";
            default -> "the connection failed";
        };
    }
}
