package vn.gopy.channel.webhook;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gopy.chat.Inbox;
import vn.gopy.config.Secret;
import vn.gopy.metrics.Metrics;
import vn.gopy.web.Routes;
import vn.gopy.wire.Signature;
import vn.gopy.wire.Signer;
import vn.gopy.wire.SigningKey;

/// The door for bridges: `POST /channels/{name}/messages`, signed by Standard Webhooks (contracts.md W3).
///
/// Who cannot be recognised learns nothing: a wrong signature, an old one and a channel that does not exist
/// get the same answer, before any of the body is understood. 200 means that the message is recorded, now or
/// earlier.
public final class BridgeWebhook implements Routes {
    private static final String STRANGER = "the signature is missing, wrong or too old";

    private final Bridges bridges;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Metrics metrics;
    /// Verifies for channels that do not exist, so that the answer takes as long; nobody has this key.
    private final Signer nobody;

    public BridgeWebhook(Bridges bridges, Inbox inbox, InstantSource clock, Metrics metrics) {
        this.bridges = bridges;
        this.inbox = inbox;
        this.clock = clock;
        this.metrics = metrics;
        nobody = new Signer(SigningKey.of("nobody", new Secret(UUID.randomUUID().toString())));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/channels/{name}/messages", this::hear);
    }

    private void hear(Context context) {
        var signature = signature(context);
        if (signature.isEmpty()) {
            refuse(context, 401, STRANGER);
        } else if (context.header("content-encoding") != null) {
            refuse(context, 415, "send the body without content-encoding");
        } else if (context.req().getContentLengthLong() > Body.MOST_BYTES) {
            refuse(context, 413, "the body is larger than 1 MB");
        } else {
            switch (Body.read(context.bodyInputStream(), clock)) {
                case Body.Whole whole -> hear(context, signature.get(), whole.bytes());
                case Body.TooLarge _ -> refuse(context, 413, "the body is larger than 1 MB");
                case Body.TooSlow _ -> refuse(context, 408, "the body took longer than 10 seconds");
                case Body.Broken _ -> refuse(context, 400, "the body broke off");
            }
        }
    }

    private void hear(Context context, Signature signature, byte[] body) {
        var name = context.pathParam("name");
        var signer = bridges.find(name).map(Bridge::signer).orElse(nobody);
        var now = clock.instant();
        if (!signer.accepts(signature, now, body)) {
            refuse(context, 401, STRANGER);
            return;
        }
        try {
            answer(context, inbox.accept(BridgeMessage.read(body).incoming(name, signature.id(), now)));
        } catch (MalformedException malformed) {
            refuse(context, 400, malformed.reason());
        }
    }

    private void answer(Context context, Inbox.Heard heard) {
        switch (heard) {
            case Inbox.Heard.Recorded _,Inbox.Heard.Repeated _ -> json(context, 200, "{}");
            case Inbox.Heard.Unavailable(int seconds) -> {
                context.header("retry-after", Integer.toString(seconds));
                refuse(context, 503, "nothing was recorded: send it again later");
            }
        }
    }

    /// The three headers, each given exactly once.
    private static Optional<Signature> signature(Context context) {
        var id = only(context, Signature.ID);
        var timestamp = only(context, Signature.TIMESTAMP);
        var values = only(context, Signature.VALUES);
        return id.isEmpty() || timestamp.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Signature(id.get(), timestamp.get(), values.get()));
    }

    private static Optional<String> only(Context context, String header) {
        List<String> values = Collections.list(context.req().getHeaders(header));
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private void refuse(Context context, int status, String why) {
        json(context, status, "{\"error\":\"" + why + "\"}");
    }

    private void json(Context context, int status, String body) {
        metrics.count("gopy_bridge_answers_total{status=\"" + status + "\"}");
        context.status(status).header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8").result(body);
    }
}
