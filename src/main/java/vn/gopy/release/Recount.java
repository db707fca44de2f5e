package vn.gopy.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.db.Database;
import vn.gopy.feedback.SqlVoices;

/// The parts of a longer period as they were published, with what is known today of the persons behind: true
/// counts are not kept, so they are counted again. Where somebody was erased since, a count is taken as near to
/// today's as the published number allows.
final class Recount {
    private static final Map<Period.Kind, Period.Kind> PARTS = Map.of(Period.Kind.QUARTER, Period.Kind.MONTH,
            Period.Kind.YEAR, Period.Kind.QUARTER);

    private final Database database;
    private final Charter charter;
    private final Releases releases;
    private final SqlReleases sql = new SqlReleases();
    private final SqlVoices voices = new SqlVoices();

    Recount(Database database, Charter charter, Releases releases) {
        this.database = database;
        this.charter = charter;
        this.releases = releases;
    }

    /// The parts of a period that are closed, oldest first; none of a week or month. One that was refused is a part
    /// of which nothing is shown; before the first opinion there was nobody.
    ///
    /// @param drafts what is about to be published with it
    List<Draft> parts(Period whole, List<Draft> drafts) {
        return Optional.ofNullable(PARTS.get(whole.kind())).stream()
                .flatMap(kind -> Stream.iterate(Period.containing(kind, whole.start()),
                        part -> part.start().isBefore(whole.end()), Period::next))
                .flatMap(part -> drafts.stream().filter(draft -> draft.period().equals(part)).findFirst()
                        .or(() -> closed(part)).stream())
                .toList();
    }

    private Optional<Draft> closed(Period part) {
        return database.read(tx -> sql.closed(tx, part)).map(_ -> published(part));
    }

    private Draft published(Period part) {
        var rule = releases.closing(part).map(Release::rule).orElseGet(charter.settings()::rule);
        var division = new Division(charter.borders(), part.kind());
        var counts = counts(part, division);
        var past = releases.past();
        var truth = new HashMap<Cell, Integer>();
        var hidden = new HashSet<Cell>();
        for (var cell : division.cells()) {
            int persons = counts.getOrDefault(cell, 0);
            if (past.of(cell).get(part) instanceof Count.Of(int shown)) {
                var behind = rule.behind(shown);
                truth.put(cell, (int) Math.clamp(persons, behind.low(), behind.high()));
            } else {
                truth.put(cell, persons);
                hidden.add(cell);
            }
        }
        return new Draft(part, rule, division.ties(), truth, hidden);
    }

    private Map<Cell, Integer> counts(Period part, Division division) {
        var zone = charter.settings().zone();
        var tally = new Tally(division);
        database.read(tx -> {
            sql.closed(tx, part).ifPresent(closed -> voices.each(tx,
                    new SqlVoices.Span(part.from(zone), part.until(zone), closed.upTo(),
                            sql.closed(tx, part.previous()).map(SqlReleases.Closed::upTo)),
                    (voice, _) -> tally.hear(voice)));
            return part;
        });
        return tally.counts();
    }
}
