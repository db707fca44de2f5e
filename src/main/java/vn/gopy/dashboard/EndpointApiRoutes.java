package vn.gopy.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.gopy.hook.EndpointDesk;
import vn.gopy.hook.EndpointDesk.Added;
import vn.gopy.hook.EndpointDesk.Wish;
import vn.gopy.hook.Hooks.Standing;
import vn.gopy.hook.Witness;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.web.JsonBody;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// What [HookRoutes] does by page, done by programs with a key for endpoints (docs/api.md). The bodies are JSON,
/// and an unknown field is a bad request. Counted as everything under `/api/v1`.
public final class EndpointApiRoutes implements Routes {
    private static final String ROOT = "/api/v1/endpoints";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LINES = 100;

    private final HookRoutes.Tools tools;
    private final AuditTrail audit;
    private final Runnable noticesPut;

    /// @param noticesPut told after events were put in the outbox, so that somebody carries them
    public EndpointApiRoutes(HookRoutes.Tools tools, AuditTrail audit, Runnable noticesPut) {
        this.tools = tools;
        this.audit = audit;
        this.noticesPut = noticesPut;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::all);
        routes.post(ROOT, this::add);
        routes.get(ROOT + "/{name}", request -> JsonBody.answer(request, 200, json(standing(request))));
        routes.get(ROOT + "/{name}/deliveries", this::deliveries);
        routes.post(ROOT + "/{name}/events", this::choose);
        routes.post(ROOT + "/{name}/secret", this::secret);
        routes.post(ROOT + "/{name}/state", this::state);
        routes.post(ROOT + "/{name}/test", this::test);
        routes.post(ROOT + "/{name}/again", this::again);
    }

    private Witness witness(Context request, Deed deed) {
        return AccessRoutes.witness(request, audit, deed);
    }

    private void all(Context request) {
        Query.exactly(request, Set.of());
        var body = JSON.createObjectNode();
        var list = body.putArray("endpoints");
        tools.hooks().standings().forEach(endpoint -> list.add(json(endpoint)));
        JsonBody.answer(request, 200, body);
    }

    private static ObjectNode json(Standing endpoint) {
        var node = JSON.createObjectNode().put("name", endpoint.name()).put("host", endpoint.host())
                .put("managed", !endpoint.fixed());
        var events = node.putArray("events");
        endpoint.events().stream().sorted().forEach(events::add);
        put(node, "paused_at", endpoint.pausedAt());
        put(node, "disabled_at", endpoint.disabledAt());
        put(node, "failing_since", endpoint.state().flatMap(state -> state.failingSince()));
        put(node, "both_secrets_until", endpoint.old());
        return node.put("waiting", endpoint.waiting()).put("given_up", endpoint.dead());
    }

    private static void put(ObjectNode node, String name, Optional<Instant> moment) {
        node.put(name, moment.map(Instant::toString).orElse(null));
    }

    private Standing standing(Context request) {
        return tools.hooks().standing(request.pathParam("name"))
                .orElseThrow(() -> new NotFoundResponse("no such endpoint"));
    }

    private String managed(Context request) {
        return Optional.of(standing(request)).filter(standing -> !standing.fixed()).map(Standing::name)
                .orElseThrow(() -> new NotFoundResponse("the settings name this endpoint"));
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new HashSet<String>();
        if (!list.isMissingNode() && !list.isArray()) {
            throw new BadRequestResponse("no list");
        }
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private void add(Context request) {
        var body = JsonBody.of(request, Set.of("name", "url", "events"));
        var wish = new Wish(body.path("name").asText(), body.path("url").asText(),
                texts(body.path("events")));
        switch (tools.desk().add(wish, witness(request, Deed.ENDPOINT_ADDED))) {
            case Added.Done(var secret) -> JsonBody.answer(request, 201,
                    JSON.createObjectNode().put("name", wish.name()).put("secret", secret.value()));
            case Added.Refused(var fault, var why) -> JsonBody.answer(request, 422,
                    JSON.createObjectNode().put("fault", fault.word()).put("why", why));
        }
    }

    private void choose(Context request) {
        var events = texts(JsonBody.of(request, Set.of("events")).path("events"));
        if (!tools.desk().choose(managed(request), events, witness(request, Deed.ENDPOINT_CHANGED))) {
            throw new BadRequestResponse("no event was chosen, or one that does not exist");
        }
        JsonBody.answer(request, 200, json(standing(request)));
    }

    private void secret(Context request) {
        var what = JsonBody.of(request, Set.of("do")).path("do").asText();
        var name = managed(request);
        var witness = witness(request, Deed.ENDPOINT_ROTATED);
        switch (what) {
            case "rotate" -> {
                var secret = tools.desk().rotate(name, witness);
                JsonBody.answer(request, 200, json(standing(request)).put("secret", secret.value()));
            }
            case "forget" -> {
                tools.desk().forgetOld(name, witness);
                JsonBody.answer(request, 200, json(standing(request)));
            }
            default -> throw new BadRequestResponse("rotate or forget");
        }
    }

    private void state(Context request) {
        var what = JsonBody.of(request, Set.of("do")).path("do").asText();
        var changes = witness(request, Deed.ENDPOINT_CHANGED);
        EndpointDesk desk = tools.desk();
        switch (what) {
            case "enable" -> tools.hooks().enable(standing(request).name(), changes);
            case "pause" -> desk.pause(managed(request), changes);
            case "resume" -> desk.resume(managed(request), changes);
            case "remove" -> {
                desk.remove(managed(request), witness(request, Deed.ENDPOINT_REMOVED));
                request.status(HttpStatus.NO_CONTENT);
                return;
            }
            default -> throw new BadRequestResponse("enable, pause, resume or remove");
        }
        noticesPut.run();
        JsonBody.answer(request, 200, json(standing(request)));
    }

    private void test(Context request) {
        JsonBody.of(request, Set.of());
        var attempt = tools.carrier().tryOut(standing(request).name(),
                witness(request, Deed.ENDPOINT_TESTED));
        JsonBody.answer(request, 200, AttemptJson.of(attempt));
    }

    private void deliveries(Context request) {
        var query = Query.exactly(request, Set.of("before"));
        var text = query.getOrDefault("before", Long.toString(Long.MAX_VALUE));
        if (!text.matches("[0-9]{1,19}")) {
            throw Query.refusal(Set.of("before"));
        }
        var body = JSON.createObjectNode();
        var list = body.putArray("deliveries");
        tools.hooks().attempts(standing(request).name(), Long.parseLong(text), LINES)
                .forEach(line -> list.add(AttemptJson.of(line.attempt()).put("line", line.line())));
        JsonBody.answer(request, 200, body);
    }

    private void again(Context request) {
        var body = JsonBody.of(request, Set.of("ids", "since", "until"));
        var ids = texts(body.path("ids"));
        var name = standing(request).name();
        var witness = witness(request, Deed.EVENTS_AGAIN);
        int sent = ids.isEmpty()
                ? tools.hooks().again(name, moment(body, "since", Instant.EPOCH),
                        moment(body, "until", Instant.ofEpochSecond(1L << 33)), witness)
                : tools.hooks().again(name, ids, witness);
        noticesPut.run();
        JsonBody.answer(request, 200, JSON.createObjectNode().put("again", sent));
    }

    private static Instant moment(JsonNode body, String field, Instant otherwise) {
        try {
            return body.has(field) ? Instant.parse(body.path(field).asText()) : otherwise;
        } catch (DateTimeParseException _) {
            throw new BadRequestResponse("no moment such as 2026-11-26T03:00:00Z");
        }
    }
}
