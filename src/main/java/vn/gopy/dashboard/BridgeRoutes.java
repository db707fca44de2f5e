package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.config.Secret;
import vn.gopy.hook.BridgeDesk;
import vn.gopy.hook.EndpointDesk.Added;
import vn.gopy.hook.EndpointFault;
import vn.gopy.hook.Witness;
import vn.gopy.official.Deed;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The operators' page about bridges to other messengers: add one, change its secret, remove it. Those of the
/// settings are shown beside, and changed in the settings.
public final class BridgeRoutes implements Routes {
    private final OfficialParts parts;
    private final BridgeDesk desk;
    private final List<String> fixed;

    /// @param fixed the names of those that the settings name
    public BridgeRoutes(OfficialParts parts, BridgeDesk desk, List<String> fixed) {
        this.parts = parts;
        this.desk = desk;
        this.fixed = List.copyOf(fixed);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/bridges", request -> {
            Query.of(request, Set.of());
            show(request, Optional.empty());
        });
        routes.post("/bridges", this::add);
        routes.post("/bridges/{name}/secret", this::secret);
        routes.post("/bridges/{name}/remove", this::remove);
    }

    private Page page(Context request) {
        return parts.pages().page(request, Page.Section.NONE, "bridge.title");
    }

    private Witness witness(Context request, Deed deed) {
        long who = AccessRoutes.official(request).account().id();
        return (tx, what) -> parts.officials().audit().write(tx, who, deed, what);
    }

    private void show(Context request, Optional<EndpointFault> fault) {
        if (fault.isPresent()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var page = page(request);
        parts.pages().show(request, "bridges.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "bridges", desk.standings(),
                        "fixed", fixed, "fault", fault, "words", new HookWords(page, parts.words(page))));
    }

    private void add(Context request) {
        var form = Form.of(request, Set.of("name", "url"));
        var name = form.getOrDefault("name", "").strip();
        switch (desk.add(name, form.getOrDefault("url", "").strip(), witness(request, Deed.BRIDGE_ADDED))) {
            case Added.Done(var secret) -> hand(request, name, secret, false);
            case Added.Refused(var fault, _) -> show(request, Optional.of(fault));
        }
    }

    private void hand(Context request, String name, Secret secret, boolean rotated) {
        parts.pages().show(request, "bridgeSecret.jte", page(request),
                Map.of("account", AccessRoutes.official(request).account(), "name", name, "secret", secret,
                        "rotated", rotated));
    }

    private String managed(Context request) {
        var name = request.pathParam("name");
        return desk.find(name).map(_ -> name).orElseThrow(() -> new NotFoundResponse("no such bridge"));
    }

    private void secret(Context request) {
        var form = Form.of(request, Set.of("do"));
        var name = managed(request);
        switch (form.getOrDefault("do", "")) {
            case "rotate" -> hand(request, name,
                    desk.rotate(name, witness(request, Deed.BRIDGE_ROTATED)), true);
            case "forget" -> {
                desk.forgetOld(name, witness(request, Deed.BRIDGE_ROTATED));
                request.redirect(page(request).to("/bridges"), HttpStatus.SEE_OTHER);
            }
            default -> throw new BadRequestResponse("rotate or forget");
        }
    }

    private void remove(Context request) {
        var form = Form.of(request, Set.of("sure"));
        var name = managed(request);
        if (!form.getOrDefault("sure", "").equals("yes")) {
            throw new BadRequestResponse("not sure");
        }
        desk.remove(name, witness(request, Deed.BRIDGE_REMOVED));
        request.redirect(page(request).to("/bridges"), HttpStatus.SEE_OTHER);
    }
}
