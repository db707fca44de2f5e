package vn.gopy.channel.telegram;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.chat.Inbox.Heard;
import vn.gopy.config.Secret;
import vn.gopy.metrics.Metrics;
import vn.gopy.web.Routes;

/// The door at which Telegram delivers updates. Answers with a status and nothing else: a body would be taken
/// for a call to the Bot API. What it answers, and in which order it looks, is the intake contract (T1–T5).
public final class TelegramWebhook implements Routes {
    /// Where it stands below the public address.
    public static final String PATH = "/telegram/webhook";

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int LARGEST = 1_000_000;

    private final List<byte[]> secrets;
    private final UpdateReader reader;
    private final Intake intake;
    private final Metrics metrics;

    /// One secret is accepted, or two while it is changed.
    TelegramWebhook(List<Secret> secrets, UpdateReader reader, Intake intake, Metrics metrics) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a webhook needs a secret");
        }
        this.secrets = secrets.stream()
                .map(secret -> secret.value().getBytes(StandardCharsets.UTF_8)).toList();
        this.reader = reader;
        this.intake = intake;
        this.metrics = metrics;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, this::hear);
        HandlerType.commonHttp().stream().filter(method -> !method.equals(HandlerType.POST))
                .forEach(method -> routes.addHttpHandler(method, PATH,
                        context -> context.header("Allow", "POST").header("Cache-Control", "no-store")
                                .status(405)));
    }

    private void hear(Context context) {
        context.header("Cache-Control", "no-store");
        var request = context.req();
        int refusal = refusal(request);
        if (refusal != 0) {
            refuse(context, refusal);
            return;
        }
        byte[] body;
        try {
            body = read(request);
        } catch (IOException | RuntimeException _) {
            // The peer went away, was too slow, or framed its body wrongly.
            refuse(context, 400);
            return;
        }
        if (body.length > LARGEST) {
            refuse(context, 413);
            return;
        }
        answer(context, reader.read(body));
    }

    /// Looks at the headers alone; nothing of the body is read for a stranger.
    private int refusal(HttpServletRequest request) {
        if (!knows(request.getHeader(SECRET_HEADER))) {
            return 401;
        }
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return 415;
        }
        return request.getContentLengthLong() > LARGEST ? 413 : 0;
    }

    private boolean knows(@Nullable String secret) {
        if (secret == null) {
            return false;
        }
        var given = secret.getBytes(StandardCharsets.UTF_8);
        boolean known = false;
        for (var accepted : secrets) {
            known |= MessageDigest.isEqual(given, accepted);
        }
        return known;
    }

    /// The whole body, or one byte more than is allowed when it has no length and does not end.
    private static byte[] read(HttpServletRequest request) throws IOException {
        int length = request.getContentLength();
        InputStream stream = request.getInputStream();
        if (length < 0) {
            return stream.readNBytes(LARGEST + 1);
        }
        var body = new byte[length];
        int read = stream.readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    private void answer(Context context, Verdict verdict) {
        if (verdict instanceof Verdict.NotAnUpdate) {
            refuse(context, 400);
            return;
        }
        switch (intake.take(verdict)) {
            case Heard.Recorded() -> context.status(200);
            case Heard.Repeated() -> context.status(200);
            case Heard.Unavailable(int seconds) -> {
                metrics.count("gopy_telegram_unavailable_total");
                context.header("Retry-After", Integer.toString(Math.clamp(seconds, 1, 3600))).status(503);
            }
        }
    }

    private void refuse(Context context, int status) {
        metrics.count("gopy_telegram_refused_total{status=\"" + status + "\"}");
        context.status(status);
    }
}
