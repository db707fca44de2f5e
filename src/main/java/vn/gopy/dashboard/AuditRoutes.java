package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import vn.gopy.official.Deed;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The audit trail, for auditors. Reading it stands in it too.
public final class AuditRoutes implements Routes {
    private static final int SHOWN = 200;

    private final OfficialParts parts;

    public AuditRoutes(OfficialParts parts) {
        this.parts = parts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/audit", this::show);
    }

    private void show(Context request) {
        Query.of(request, Set.of());
        var audit = parts.officials().audit();
        var account = AccessRoutes.official(request).account();
        audit.note(account.id(), Deed.TRAIL_READ, "");
        var page = parts.pages().page(request, Page.Section.NONE, "official.audit.title");
        parts.pages().show(request, "audit.jte", page,
                Map.of("account", account, "entries", audit.newest(SHOWN), "verdict", audit.verify(),
                        "people", parts.officials().people().all(), "words", parts.words(page)));
    }
}
