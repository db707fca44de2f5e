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
import vn.gopy.db.Tx;
import vn.gopy.hook.Attempt.Result;
import vn.gopy.outbox.Carrier;
import vn.gopy.outbox.Parcel;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Outcome;

/// Carries notices to endpoints: signed anew at each attempt under the same id (contracts.md W1), tried again
/// on the ladder (W5), and not at all while an endpoint is paused, or once it said 410 or failed for
/// [#GIVEN_UP_AFTER] (W6). Each attempt stands in the endpoint's log.
public final class HookCarrier implements Carrier {
    /// An endpoint that did nothing but fail for so long is disabled.
    public static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);

    private static final Logger LOG = LoggerFactory.getLogger(HookCarrier.class);

    private final Endpoints endpoints;
    private final GuardedClient client;
    private final Database database;
    private final InstantSource clock;
    private final Ladder ladder;
    private final SqlEndpointBook book = new SqlEndpointBook();
    private final SqlDeliveries log = new SqlDeliveries();
    private final Witness disabling;

    /// @param parts     what it works with
    /// @param disabling hears when an endpoint is disabled
    public HookCarrier(Parts parts, InstantSource clock, RandomGenerator random, Witness disabling) {
        endpoints = parts.endpoints();
        client = parts.client();
        database = parts.database();
        this.clock = clock;
        ladder = new Ladder(random);
        this.disabling = disabling;
    }

    /// What a carrier works with.
    public record Parts(Endpoints endpoints, GuardedClient client, Database database) {}

    @Override
    public Delivery carry(Parcel.Notice notice) {
        var found = database.read(tx -> endpoints.find(tx, notice.endpoint()));
        if (found.isEmpty()) {
            return new Delivery.Refused("there is no such endpoint any more");
        }
        if (found.get().paused()) {
            return new Delivery.Refused("the endpoint is paused");
        }
        if (isDisabled(notice.endpoint())) {
            return new Delivery.Refused("the endpoint is disabled");
        }
        var begun = new Begun(notice, clock.instant());
        return switch (attempt(found.get(), notice)) {
            case Outcome.Answered answer when answer.accepted() -> sent(begun, answer);
            case Outcome.Answered answer -> failed(begun, Fault.of(answer));
            case Outcome.NotSent(var why) -> failed(begun, Fault.silent(why));
            case Outcome.Unknown(var why) -> failed(begun, Fault.silent(why));
        };
    }

    /// What is being carried, and since when.
    private record Begun(Parcel.Notice notice, Instant at) {}

    /// Sends `webhook.test` at once, past all that waits and whatever the endpoint subscribes to; it may be
    /// paused or disabled, and how it fares is not touched. Gives back what came of it. Throws
    /// [IllegalArgumentException] when there is no such endpoint.
    public Attempt tryOut(String name, Witness witness) {
        var endpoint = database.read(tx -> endpoints.known(tx, name));
        var now = clock.instant();
        var body = EventBody.of(new Event.WebhookTest(name), now);
        var begun = new Begun(new Parcel.Notice(0, name, Hooks.newId(), body, 0), now);
        var attempt = switch (attempt(endpoint, begun.notice())) {
            case Outcome.Answered answer -> logged(begun, answer.status(), answer.beginning(),
                    answer.accepted() ? Result.SENT : Result.GIVEN_UP);
            case Outcome.NotSent(var why) -> logged(begun, 0, why, Result.GIVEN_UP);
            case Outcome.Unknown(var why) -> logged(begun, 0, why, Result.GIVEN_UP);
        };
        return database.ledger().commit(tx -> {
            log.add(tx, name, attempt);
            witness.saw(tx, name);
            return attempt;
        });
    }

    private boolean isDisabled(String endpoint) {
        return database.read(tx -> book.find(tx, endpoint)).flatMap(EndpointState::disabledAt).isPresent();
    }

    private Outcome attempt(Endpoint endpoint, Parcel.Notice notice) {
        var body = notice.body().getBytes(StandardCharsets.UTF_8);
        var signature = endpoint.signer().sign(notice.eventId(), clock.instant(), body);
        return client.post(endpoint.url(), signature.headers(), body);
    }

    private Attempt logged(Begun begun, int status, String answer, Result result) {
        var notice = begun.notice();
        return new Attempt(notice.eventId(), EventBody.type(notice.body()), notice.attempts() + 1, begun.at(),
                Duration.between(begun.at(), clock.instant()), status, result, answer);
    }

    private Delivery sent(Begun begun, Outcome.Answered answer) {
        var attempt = logged(begun, answer.status(), answer.beginning(), Result.SENT);
        var endpoint = begun.notice().endpoint();
        database.ledger().later(tx -> {
            log.add(tx, endpoint, attempt);
            return book.succeeded(tx, endpoint, answer.status(), clock.instant());
        });
        return new Delivery.Sent("");
    }

    private Delivery failed(Begun begun, Fault fault) {
        var notice = begun.notice();
        var next = later(notice, fault);
        var result = next instanceof Delivery.TryAgain ? Result.AGAIN : Result.GIVEN_UP;
        boolean disabled = database.ledger().commit(tx -> {
            boolean disables = disables(tx, notice.endpoint(), fault);
            log.add(tx, notice.endpoint(), logged(begun, fault.status(), fault.answer(),
                    disables ? Result.GIVEN_UP : result));
            return disables;
        });
        LOG.atInfo().addKeyValue("endpoint", notice.endpoint()).addKeyValue("event", notice.eventId())
                .addKeyValue("status", fault.status()).addKeyValue("disabled", disabled).log("not carried");
        return disabled ? new Delivery.Refused("the endpoint was disabled: " + fault.why()) : next;
    }

    private boolean disables(Tx tx, String endpoint, Fault fault) {
        var now = clock.instant();
        var state = book.failed(tx, endpoint, fault, now);
        boolean disables = fault.gone() || failsTooLong(state, now);
        if (disables) {
            book.disable(tx, endpoint, fault.why(), now);
            disabling.saw(tx, endpoint);
        }
        return disables;
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
