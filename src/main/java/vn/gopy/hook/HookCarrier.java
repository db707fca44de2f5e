package vn.gopy.hook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Delivery;
import vn.gopy.db.Database;
import vn.gopy.outbox.Carrier;
import vn.gopy.outbox.Parcel;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Outcome;

/// Carries notices to endpoints: signed anew at each attempt under the same id (contracts.md W1), tried again
/// on the ladder (W5), and not at all once an endpoint said 410 or failed for [#GIVEN_UP_AFTER] (W6).
public final class HookCarrier implements Carrier {
    /// An endpoint that did nothing but fail for so long is disabled.
    public static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);

    private static final Logger LOG = LoggerFactory.getLogger(HookCarrier.class);

    private final HookSettings settings;
    private final GuardedClient client;
    private final Database database;
    private final InstantSource clock;
    private final Ladder ladder;
    private final SqlEndpointBook book = new SqlEndpointBook();

    public HookCarrier(HookSettings settings, GuardedClient client, Database database, InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.client = client;
        this.database = database;
        this.clock = clock;
        ladder = new Ladder(random);
    }

    @Override
    public Delivery carry(Parcel.Notice notice) {
        var endpoint = settings.find(notice.endpoint());
        if (endpoint.isEmpty()) {
            return new Delivery.Refused("the settings name no such endpoint any more");
        }
        if (isDisabled(notice.endpoint())) {
            return new Delivery.Refused("the endpoint is disabled");
        }
        return switch (attempt(endpoint.get(), notice)) {
            case Outcome.Answered answer when answer.accepted() -> sent(notice, answer.status());
            case Outcome.Answered answer -> failed(notice, Fault.of(answer));
            case Outcome.NotSent(var why) -> failed(notice, Fault.silent(why));
            case Outcome.Unknown(var why) -> failed(notice, Fault.silent(why));
        };
    }

    private boolean isDisabled(String endpoint) {
        return database.read(tx -> book.find(tx, endpoint)).flatMap(EndpointState::disabledAt).isPresent();
    }

    private Outcome attempt(Endpoint endpoint, Parcel.Notice notice) {
        var body = notice.body().getBytes(StandardCharsets.UTF_8);
        var signature = endpoint.signer().sign(notice.eventId(), clock.instant(), body);
        return client.post(endpoint.url(), signature.headers(), body);
    }

    private Delivery sent(Parcel.Notice notice, int status) {
        database.ledger().later(tx -> book.succeeded(tx, notice.endpoint(), status, clock.instant()));
        return new Delivery.Sent("");
    }

    private Delivery failed(Parcel.Notice notice, Fault fault) {
        var now = clock.instant();
        boolean disabled = database.ledger().commit(tx -> {
            var state = book.failed(tx, notice.endpoint(), fault, now);
            boolean disables = fault.gone() || failsTooLong(state, now);
            if (disables) {
                book.disable(tx, notice.endpoint(), fault.why(), now);
            }
            return disables;
        });
        LOG.atInfo().addKeyValue("endpoint", notice.endpoint()).addKeyValue("event", notice.eventId())
                .addKeyValue("status", fault.status()).addKeyValue("disabled", disabled).log("not carried");
        return disabled
                ? new Delivery.Refused("the endpoint was disabled: " + fault.why())
                : later(notice, fault);
    }

    private static boolean failsTooLong(EndpointState state, Instant now) {
        return state.failingSince().filter(since -> !since.plus(GIVEN_UP_AFTER).isAfter(now)).isPresent();
    }

    private Delivery later(Parcel.Notice notice, Fault fault) {
        return ladder.after(notice.attempts())
                .<Delivery>map(
                        wait -> new Delivery.TryAgain(longer(wait, fault.retryAfter()), fault.why(), false,
                                true))
                .orElseGet(() -> new Delivery.Refused("given up: " + fault.why()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
