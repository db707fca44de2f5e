package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.DatabaseException;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Looks;
import vn.gopy.official.Looks.Subject;
import vn.gopy.web.Guard;
import vn.gopy.web.Routes;

/// Notes what officials were given: a look at figures is counted by role, a file stands in the audit trail before
/// it leaves the house (contracts.md section 5, row 45). It has no door of its own.
public final class WitnessRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRoutes.class);
    private static final String CODE = "code";
    private static final Set<String> PLACES = Set.of("/figures/{code}", "/figures/{code}/sheet");
    private static final Set<String> FILES = Set.of("/api/v1/releases/{id}.csv", "/api/v1/releases/{id}.xlsx",
            "/api/v1/releases/{id}/cells", "/api/v1/releases/{id}/document",
            "/api/v1/figures/{area}/{period}");
    private static final int LONGEST = 160;

    private final Looks looks;
    private final AuditTrail audit;

    public WitnessRoutes(Looks looks, AuditTrail audit) {
        this.looks = looks;
        this.audit = audit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.afterMatched(this::note);
    }

    private void note(Context request) {
        var endpoint = request.endpoints().matchedHttpEndpoint();
        var visitor = AccessRoutes.visitor(request);
        if (endpoint != null && visitor.isPresent() && endpoint.method.equals(HandlerType.GET)
                && Set.of(200, 304).contains(request.statusCode())) {
            note(request, endpoint.path, visitor.get().account());
        }
    }

    private void note(Context request, String path, Account account) {
        if (FILES.contains(path)) {
            var query = request.queryString();
            var asked = request.path() + (query == null ? "" : "?" + query);
            audit.note(account.id(), Deed.EXPORTED, asked.substring(0, Math.min(LONGEST, asked.length())));
        } else if (path.equals("/figures")) {
            looks.count(account.role(), new Subject("province", ""));
        } else if (path.equals("/figures/topics/{topic}")) {
            looks.count(account.role(), new Subject("province", request.pathParam("topic")));
        } else if (PLACES.contains(path)) {
            looks.count(account.role(), new Subject(request.pathParam(CODE), ""));
        }
    }

    /// A guard whose token is a key: the first use of each day, at each door, stands in the trail. Each use
    /// would drown everything else, for a monitor asks every few seconds.
    public static Guard noting(Guard guard, AuditTrail audit, InstantSource clock) {
        Map<String, LocalDate> noted = new ConcurrentHashMap<>();
        return request -> {
            if (!guard.lets(request)) {
                return false;
            }
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var door = request.path();
            if (!today.equals(noted.get(door)) && keyUsed(audit, door, today)) {
                noted.put(door, today);
            }
            return true;
        };
    }

    /// A monitor must see the full disk on which this cannot be written; it is written when there is room.
    private static boolean keyUsed(AuditTrail audit, String door, LocalDate day) {
        try {
            audit.noteChange(Deed.KEY_USED, "metrics-token GET " + door + " " + day);
            return true;
        } catch (DatabaseException fault) {
            LOG.atWarn().setCause(fault).log("could not note that a key was used");
            return false;
        }
    }
}
