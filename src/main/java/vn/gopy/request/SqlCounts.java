package vn.gopy.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.gopy.db.Tx;
import vn.gopy.place.UnitId;
import vn.gopy.vault.Pseudonym;

/// What is counted of requests.
final class SqlCounts {
    private static final String KEPT = """
            SELECT pid, unit, sent_on, state, due
              FROM request
            """;

    /// A request to be counted, with its sender: persons are counted, not messages.
    record Kept(Pseudonym sender, UnitId unit, YearMonth month, boolean done, boolean late) {}

    List<Kept> kept(Tx tx, LocalDate today) {
        return tx.all(KEPT, row -> new Kept(Pseudonym.of(row.bytes(1)),
                UnitId.parse(row.text(2)).orElseThrow(),
                YearMonth.from(LocalDate.ofEpochDay(row.number(3))),
                row.text(4).equals(State.ANSWERED.word()),
                row.text(4).equals(State.OPEN.word()) && row.number(5) < today.toEpochDay()));
    }
}
