package vn.gopy.app;

import java.util.ArrayList;
import java.util.List;
import vn.gopy.db.Tx;
import vn.gopy.hook.Endpoint;
import vn.gopy.hook.EndpointState;
import vn.gopy.hook.SqlEndpointBook;
import vn.gopy.outbox.SqlDeadNotices;

/// How the endpoints of our events fare, in words for the operator (contracts.md W5, W6).
final class EndpointCheckup {
    private final SqlEndpointBook book = new SqlEndpointBook();
    private final SqlDeadNotices dead = new SqlDeadNotices();

    /// @param toMend what to do about it when it is not well
    record Remark(boolean well, String found, String toMend) {}

    /// One or two remarks an endpoint.
    List<Remark> look(Tx tx, List<Endpoint> endpoints) {
        var remarks = new ArrayList<Remark>();
        for (var endpoint : endpoints) {
            var name = endpoint.name();
            remarks.add(book.find(tx, name).map(EndpointCheckup::remark)
                    .orElseGet(() -> new Remark(true, "endpoint " + name + " never failed", "")));
            long waiting = dead.count(tx, name);
            if (waiting > 0) {
                remarks.add(new Remark(false, "endpoint " + name + ": " + waiting + " events were given up",
                        "gopy hook " + name + " --dead lists them, --again sends them again"));
            }
        }
        return remarks;
    }

    private static Remark remark(EndpointState state) {
        var name = "endpoint " + state.name();
        if (state.disabledAt().isPresent()) {
            return new Remark(false,
                    name + " was disabled at " + state.disabledAt().get() + " (" + state.why() + ")",
                    "gopy hook " + state.name() + " --enable");
        }
        if (state.saysNo()) {
            return new Remark(false, name + " said no " + state.refusals() + " times in a row, last at "
                    + state.lastAt() + " (" + state.why() + ")",
                    "ask its owner whether it still wants events");
        }
        return state.failingSince()
                .map(since -> new Remark(false,
                        name + " has been failing since " + since + " (" + state.why() + ")",
                        "tell its owner; it is tried again for days"))
                .orElseGet(() -> new Remark(true,
                        name + " answered " + state.lastStatus() + " at " + state.lastAt(),
                        ""));
    }
}
