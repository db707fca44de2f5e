package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.official.AuditTrail.Entry;
import vn.gopy.official.AuditTrail.Verdict;
import vn.gopy.official.Deed;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The audit trail, for auditors: page by page, each of which is checked by itself; the whole of it is read when
/// somebody asks for that. Reading it stands in it too.
public final class AuditRoutes implements Routes {
    private static final int SHOWN = 100;
    private static final String BEFORE = "before";
    private static final String CHECK = "check";

    private final OfficialParts parts;

    public AuditRoutes(OfficialParts parts) {
        this.parts = parts;
    }

    /// A page of rows.
    ///
    /// @param whole whether the verdict is about the whole trail
    /// @param older the number to go on under; empty on the last page
    public record Part(List<Entry> entries, Verdict verdict, boolean whole, Optional<Long> older) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/audit", this::show);
    }

    private void show(Context request) {
        var query = Query.of(request, Set.of(BEFORE, CHECK));
        var before = query.getOrDefault(BEFORE, "" + Long.MAX_VALUE);
        var check = query.getOrDefault(CHECK, "page");
        if (!before.matches("[0-9]{1,19}") || !Set.of("page", "whole").contains(check)) {
            throw Query.refusal(query.keySet());
        }
        var account = AccessRoutes.official(request).account();
        parts.officials().audit().note(account.id(), Deed.TRAIL_READ, "");
        var page = parts.pages().page(request, Page.Section.NONE, "official.audit.title");
        parts.pages().show(request, "audit.jte", page,
                Map.of("account", account, "part", part(number(before), check.equals("whole")), "people",
                        parts.officials().people().all(), "words", parts.words(page)));
    }

    private static long number(String digits) {
        return digits.length() == 19 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private Part part(long before, boolean whole) {
        var audit = parts.officials().audit();
        var found = audit.newest(before, SHOWN + 1);
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        if (shown.isEmpty()) {
            return new Part(shown, new Verdict.Fits(0, ""), false, Optional.empty());
        }
        var verdict = whole ? audit.verify() : audit.verify(shown.getLast().id(), shown.getFirst().id());
        return new Part(shown, verdict, whole,
                found.size() > SHOWN ? Optional.of(shown.getLast().id()) : Optional.empty());
    }
}
