package vn.gopy.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gopy.dashboard.Finding;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.db.Tx;
import vn.gopy.hook.EndpointState;
import vn.gopy.hook.SqlEndpointBook;
import vn.gopy.outbox.SqlDeadNotices;

/// How the endpoints of our events fare (contracts.md W5, W6). What they answered is told by its status alone.
final class EndpointCheckup {
    private final SqlEndpointBook book = new SqlEndpointBook();
    private final SqlDeadNotices dead = new SqlDeadNotices();

    /// One or two findings an endpoint.
    List<Finding> look(Tx tx, List<String> endpoints) {
        var found = new ArrayList<Finding>();
        for (var name : endpoints) {
            found.add(book.find(tx, name).map(EndpointCheckup::finding)
                    .orElseGet(() -> of("endpoint.never-failed", State.OK, Map.of("name", name))));
            long waiting = dead.count(tx, name);
            if (waiting > 0) {
                found.add(of("endpoint.dead", State.ACT, Map.of("name", name, "waiting", waiting)));
            }
        }
        if (found.isEmpty()) {
            found.add(of("endpoint.none", State.OK, Map.of()));
        }
        return found;
    }

    private static Finding finding(EndpointState state) {
        if (state.disabledAt().isPresent()) {
            return about(state, "endpoint.disabled", State.ACT, state.disabledAt().get());
        }
        if (state.saysNo()) {
            return about(state, "endpoint.says-no", State.ACT, state.lastAt());
        }
        return state.failingSince().map(since -> about(state, "endpoint.failing", State.LOOK, since))
                .orElseGet(() -> about(state, "endpoint.answered", State.OK, state.lastAt()));
    }

    private static Finding about(EndpointState state, String name, State how, Instant at) {
        return of(name, how, Map.of("name", state.name(), "status", (long) state.lastStatus(), "refusals",
                (long) state.refusals(), "at", at));
    }

    private static Finding of(String name, State state, Map<String, Object> places) {
        return Finding.of(Section.ENDPOINTS, name, state, places);
    }
}
