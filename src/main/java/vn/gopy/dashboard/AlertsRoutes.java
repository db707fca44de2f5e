package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.gopy.release.Alert;
import vn.gopy.release.AlertBook;
import vn.gopy.release.AlertBook.Tally;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// What was noticed in the figures, for officials, who say afterwards whether it was so. How often a kind of alert
/// was false stands beside each.
public final class AlertsRoutes implements Routes {
    private final OfficialParts parts;
    private final Figures figures;
    private final AlertBook book;
    private final Marking marking;

    /// @param marking writes down what an official says
    public AlertsRoutes(OfficialParts parts, Figures figures, AlertBook book, Marking marking) {
        this.parts = parts;
        this.figures = figures;
        this.book = book;
        this.marking = marking;
    }

    /// Writes down, with the audit trail in one transaction, what an official says of an alert.
    @FunctionalInterface
    public interface Marking {
        /// False when there is no such alert.
        boolean mark(long who, long alert, boolean right);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/alerts", this::show);
        routes.post("/alerts/{id}", this::mark);
    }

    private Page page(Context request) {
        return parts.pages().page(request, Page.Section.NONE, "alert.title");
    }

    private void show(Context request) {
        Query.of(request, Set.of());
        var page = page(request);
        var account = AccessRoutes.official(request).account();
        var now = figures.clock().instant();
        var tallies = new EnumMap<Alert.Kind, Tally>(Alert.Kind.class);
        Arrays.stream(Alert.Kind.values()).forEach(kind -> tallies.put(kind, book.tally(kind, now)));
        parts.pages().show(request, "alerts.jte", page,
                Map.of("account", account, "alerts", book.latest(now), "tallies", tallies, "words",
                        new AlertWords(page, figures.words(page, figures.settings().rule()),
                                figures.releases()),
                        "marks", Doors.MARKERS.contains(account.role())));
    }

    private void mark(Context request) {
        var form = Form.of(request, Set.of("right"));
        boolean right = switch (form.getOrDefault("right", "")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new BadRequestResponse("right or not");
        };
        var id = request.pathParam("id");
        if (!id.matches("[0-9]{1,18}") || !marking.mark(AccessRoutes.official(request).account().id(),
                Long.parseLong(id), right)) {
            throw new NotFoundResponse("no such alert");
        }
        request.redirect(page(request).to("/alerts"), HttpStatus.SEE_OTHER);
    }
}
