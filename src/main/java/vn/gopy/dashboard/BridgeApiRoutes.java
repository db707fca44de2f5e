package vn.gopy.dashboard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.gopy.hook.BridgeDesk;
import vn.gopy.hook.EndpointDesk.Added;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.web.JsonBody;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// What [BridgeRoutes] does by page, done by programs with a key for bridges (docs/api.md). Counted as everything
/// under `/api/v1`.
public final class BridgeApiRoutes implements Routes {
    private static final String ROOT = "/api/v1/bridges";
    private static final JsonMapper JSON = new JsonMapper();

    private final BridgeDesk desk;
    private final List<String> fixed;
    private final AuditTrail audit;

    /// @param fixed the names of those that the settings name
    public BridgeApiRoutes(BridgeDesk desk, List<String> fixed, AuditTrail audit) {
        this.desk = desk;
        this.fixed = List.copyOf(fixed);
        this.audit = audit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::all);
        routes.post(ROOT, this::add);
        routes.post(ROOT + "/{name}/secret", this::secret);
        routes.post(ROOT + "/{name}/state", this::state);
    }

    private void all(Context request) {
        Query.exactly(request, Set.of());
        var body = JSON.createObjectNode();
        var list = body.putArray("bridges");
        fixed.forEach(name -> list.addObject().put("name", name).putNull("host").put("managed", false)
                .putNull("both_secrets_until"));
        desk.standings().forEach(bridge -> list.add(json(bridge)));
        JsonBody.answer(request, 200, body);
    }

    private static ObjectNode json(BridgeDesk.Standing bridge) {
        return JSON.createObjectNode().put("name", bridge.name()).put("host", bridge.host())
                .put("managed", true)
                .put("both_secrets_until", bridge.old().map(Instant::toString).orElse(null));
    }

    private void add(Context request) {
        var body = JsonBody.of(request, Set.of("name", "url"));
        var name = body.path("name").asText();
        switch (desk.add(name, body.path("url").asText(),
                AccessRoutes.witness(request, audit, Deed.BRIDGE_ADDED))) {
            case Added.Done(var secret) -> JsonBody.answer(request, 201,
                    JSON.createObjectNode().put("name", name).put("secret", secret.value()));
            case Added.Refused(var fault, var why) -> JsonBody.answer(request, 422,
                    JSON.createObjectNode().put("fault", fault.word()).put("why", why));
        }
    }

    private String managed(Context request) {
        var name = request.pathParam("name");
        return desk.find(name).map(_ -> name).orElseThrow(() -> new NotFoundResponse("no such bridge"));
    }

    private BridgeDesk.Standing standing(String name) {
        return desk.standings().stream().filter(bridge -> bridge.name().equals(name)).findFirst()
                .orElseThrow(() -> new NotFoundResponse("no such bridge"));
    }

    private void secret(Context request) {
        var what = JsonBody.of(request, Set.of("do")).path("do").asText();
        var name = managed(request);
        var witness = AccessRoutes.witness(request, audit, Deed.BRIDGE_ROTATED);
        switch (what) {
            case "rotate" -> {
                var secret = desk.rotate(name, witness);
                JsonBody.answer(request, 200, json(standing(name)).put("secret", secret.value()));
            }
            case "forget" -> {
                desk.forgetOld(name, witness);
                JsonBody.answer(request, 200, json(standing(name)));
            }
            default -> throw new BadRequestResponse("rotate or forget");
        }
    }

    private void state(Context request) {
        var what = JsonBody.of(request, Set.of("do")).path("do").asText();
        var name = managed(request);
        if (!what.equals("remove")) {
            throw new BadRequestResponse("remove");
        }
        desk.remove(name, AccessRoutes.witness(request, audit, Deed.BRIDGE_REMOVED));
        request.status(HttpStatus.NO_CONTENT);
    }
}
