package vn.gopy.dashboard;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.official.Role;
import vn.gopy.official.Token;

/// Every door of the house, and who may go through it. A door that does not stand here stays shut.
public final class Doors {
    private static final Permit EVERYONE = new Permit.Everyone();
    private static final Permit MACHINE = new Permit.Machine();
    private static final Permit READERS = new Permit.Readers();
    private static final Permit HALF = new Permit.HalfSignedIn();
    private static final Permit SIGNED_IN = new Permit.SignedIn();
    private static final Permit OPERATOR = Permit.Only.of(Role.OPERATOR);
    private static final Permit EDITOR = Permit.Only.of(Role.EDITOR);
    private static final Permit ENDPOINTS = new Permit.Bearers(Token.Purpose.ENDPOINTS);
    private static final Permit BRIDGES = new Permit.Bearers(Token.Purpose.BRIDGES);
    private static final Permit WATCHERS = new Permit.Watchers();
    /// Who says of an alert whether it was right: those who answer for the figures' subjects.
    static final Set<Role> MARKERS = Set.of(Role.ANSWERER, Role.APPROVER, Role.EDITOR);
    private static final Permit OFFICE = new Permit.Only(RequestRoutes.READERS);
    private static final Permit AUDITOR = Permit.Only.of(Role.AUDITOR);

    private static final Map<String, Permit> TABLE = Map.ofEntries(
            // residents
            entry("GET /", EVERYONE),
            entry("GET /privacy", EVERYONE),
            entry("POST /chat/messages", EVERYONE),
            entry("POST /chat/stream", EVERYONE),
            entry("ANY /telegram/webhook", MACHINE),
            entry("POST /channels/{name}/messages", MACHINE),
            // watchers
            entry("GET /static/{name}", EVERYONE),
            entry("GET /health", EVERYONE),
            entry("GET /metrics", MACHINE),
            // figures
            entry("GET /figures", READERS),
            entry("GET /figures/method", READERS),
            entry("GET /figures/digest", READERS),
            entry("GET /figures/polls", READERS),
            entry("GET /figures/forums", READERS),
            entry("GET /figures/topics/{topic}", READERS),
            entry("GET /figures/{code}", READERS),
            entry("GET /figures/{code}/sheet", READERS),
            entry("GET /posters/{code}", EVERYONE),
            entry("GET /api", EVERYONE),
            entry("GET /api/events", EVERYONE),
            entry("GET /api/events/{type}", EVERYONE),
            entry("GET /api/v1/openapi.json", READERS),
            entry("GET /api/v1/releases", READERS),
            entry("GET /api/v1/releases/{id}", READERS),
            entry("GET /api/v1/releases/{id}/cells", READERS),
            entry("GET /api/v1/releases/{id}/document", READERS),
            entry("GET /api/v1/releases/{id}.csv", READERS),
            entry("GET /api/v1/releases/{id}.xlsx", READERS),
            entry("GET /api/v1/figures/{area}/{period}", READERS),
            entry("GET /api/v1/questions", READERS),
            entry("GET /api/v1/units", READERS),
            entry("GET /api/v1/districts", READERS),
            entry("GET /api/v1/topics", READERS),
            entry("GET /api/v1/codebook.csv", READERS),
            // registers
            entry("GET /documents", EVERYONE),
            entry("GET /documents/{id}", EVERYONE),
            entry("GET /models", EVERYONE),
            entry("GET /models/{id}", EVERYONE),
            entry("GET /api/v1/documents", EVERYONE),
            entry("GET /api/v1/documents.csv", EVERYONE),
            entry("GET /api/v1/models", EVERYONE),
            entry("GET /api/v1/models.csv", EVERYONE),
            entry("GET /registers/{register}", EDITOR),
            entry("POST /registers/{register}", EDITOR),
            entry("GET /registers/{register}/file", EDITOR),
            entry("POST /registers/{register}/file", EDITOR),
            entry("POST /registers/{register}/file/take", EDITOR),
            entry("GET /registers/{register}/{id}", EDITOR),
            entry("POST /registers/{register}/{id}", EDITOR),
            // signing in
            entry("GET /sign-in", EVERYONE),
            entry("POST /sign-in", EVERYONE),
            entry("GET /sign-in/factor", HALF),
            entry("POST /sign-in/factor", HALF),
            entry("GET /sign-in/provider", EVERYONE),
            entry("GET /sign-in/provider/back", EVERYONE),
            entry("GET /join", EVERYONE),
            entry("POST /join", EVERYONE),
            entry("POST /join/set-up", EVERYONE),
            // officials
            entry("POST /sign-out", SIGNED_IN),
            entry("GET /account", SIGNED_IN),
            entry("POST /account/password", SIGNED_IN),
            entry("POST /account/recovery", SIGNED_IN),
            entry("POST /account/sessions", SIGNED_IN),
            entry("POST /account/provider", SIGNED_IN),
            entry("POST /account/chat", SIGNED_IN),
            entry("GET /people", OPERATOR),
            entry("POST /people", OPERATOR),
            entry("GET /people/{id}", OPERATOR),
            entry("POST /people/{id}/role", OPERATOR),
            entry("POST /people/{id}/state", OPERATOR),
            entry("POST /people/{id}/code", OPERATOR),
            // endpoints for our events
            entry("GET /hooks", OPERATOR),
            entry("POST /hooks", OPERATOR),
            entry("GET /hooks/{name}", OPERATOR),
            entry("POST /hooks/{name}/events", OPERATOR),
            entry("POST /hooks/{name}/secret", OPERATOR),
            entry("POST /hooks/{name}/state", OPERATOR),
            entry("POST /hooks/{name}/test", OPERATOR),
            entry("POST /hooks/{name}/again", OPERATOR),
            // bridges to other messengers
            entry("GET /bridges", OPERATOR),
            entry("POST /bridges", OPERATOR),
            entry("POST /bridges/{name}/secret", OPERATOR),
            entry("POST /bridges/{name}/remove", OPERATOR),
            // keys of programs
            entry("GET /tokens", OPERATOR),
            entry("POST /tokens", OPERATOR),
            entry("POST /tokens/{id}/revoke", OPERATOR),
            entry("GET /api/v1/endpoints", ENDPOINTS),
            entry("POST /api/v1/endpoints", ENDPOINTS),
            entry("GET /api/v1/endpoints/{name}", ENDPOINTS),
            entry("GET /api/v1/endpoints/{name}/deliveries", ENDPOINTS),
            entry("POST /api/v1/endpoints/{name}/events", ENDPOINTS),
            entry("POST /api/v1/endpoints/{name}/secret", ENDPOINTS),
            entry("POST /api/v1/endpoints/{name}/state", ENDPOINTS),
            entry("POST /api/v1/endpoints/{name}/test", ENDPOINTS),
            entry("POST /api/v1/endpoints/{name}/again", ENDPOINTS),
            entry("GET /api/v1/bridges", BRIDGES),
            entry("POST /api/v1/bridges", BRIDGES),
            entry("POST /api/v1/bridges/{name}/secret", BRIDGES),
            entry("POST /api/v1/bridges/{name}/state", BRIDGES),
            // words of residents
            entry("GET /words", EDITOR),
            entry("POST /words/{id}", EDITOR),
            // sourced answers
            entry("GET /claims", EDITOR),
            entry("GET /claims/{id}", EDITOR),
            entry("POST /claims/{id}", EDITOR),
            entry("GET /audit", AUDITOR),
            // requests
            entry("GET /requests", OFFICE),
            entry("GET /requests.csv", OFFICE),
            entry("GET /requests/{id}", OFFICE),
            entry("POST /requests/{id}", OFFICE),
            entry("GET /templates", OFFICE),
            entry("POST /templates", OFFICE),
            entry("POST /templates/{id}", OFFICE),
            // answers to themes
            entry("GET /themes", OFFICE),
            entry("GET /themes/{id}", OFFICE),
            entry("POST /themes/{id}", OFFICE),
            // announcements
            entry("GET /announcements", OFFICE),
            entry("POST /announcements", OFFICE),
            entry("GET /announcements/{id}", OFFICE),
            entry("POST /announcements/{id}", OFFICE),
            entry("GET /announcements/{id}/sheet", OFFICE),
            entry("GET /announcements/{id}/poster", OFFICE),
            // dialogue sessions
            entry("GET /forums", OFFICE),
            entry("POST /forums", OFFICE),
            entry("GET /forums/{id}", OFFICE),
            entry("POST /forums/{id}", OFFICE),
            // polls
            entry("GET /polls", OFFICE),
            entry("POST /polls", OFFICE),
            entry("GET /polls/{id}", OFFICE),
            entry("POST /polls/{id}", OFFICE),
            // operations and alerts
            entry("GET /operations", OPERATOR),
            entry("GET /operations.json", WATCHERS),
            entry("GET /alerts", SIGNED_IN),
            entry("POST /alerts/{id}", new Permit.Only(MARKERS)));

    private Doors() {}

    /// Who may go through each door; its name is the method, or `ANY`, and the path, as in
    /// `GET /figures/{code}`.
    public static Map<String, Permit> table() {
        return TABLE;
    }

    /// Who may go through a door; empty when it does not stand in the table.
    public static Optional<Permit> find(String door) {
        return Optional.ofNullable(TABLE.get(door))
                .or(() -> Optional.ofNullable(TABLE.get("ANY" + door.substring(door.indexOf(' ')))));
    }
}
