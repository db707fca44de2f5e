package vn.gopy.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.topic.Topic;

/// Where releases are kept. Rows are only ever added.
final class SqlReleases {
    private static final String ADD_RELEASE = """
            INSERT INTO release (id, published_at, k, round, questions, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_PERIOD = """
            INSERT INTO release_period (kind, starts, release_id, up_to)
            VALUES (?, ?, ?, ?)
            """;
    private static final String ADD_CELL = """
            INSERT INTO release_cell (kind, starts, area, cube_table, item, persons)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String ALL = """
            SELECT id, published_at, k, round, questions, previous, hash
              FROM release
             ORDER BY published_at, id
            """;
    private static final String PERIODS = """
            SELECT kind, starts
              FROM release_period
             WHERE release_id = ?
             ORDER BY kind, starts
            """;
    private static final String CELLS = """
            SELECT area, cube_table, item, persons
              FROM release_cell
             WHERE kind = ? AND starts = ?
            """;
    private static final String ADD_QUESTION = """
            INSERT INTO release_question (kind, starts, place, words, topic, persons)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String QUESTIONS = """
            SELECT words, topic, persons
              FROM release_question
             WHERE kind = ? AND starts = ?
             ORDER BY place
            """;
    private static final String LAST_OF_KIND = """
            SELECT kind, starts, up_to
              FROM (SELECT kind, starts, up_to FROM release_period
                     UNION ALL
                    SELECT kind, starts, up_to FROM release_refused) AS closed
             WHERE kind = ?
             ORDER BY starts DESC
             LIMIT 1
            """;
    private static final String CLOSED = """
            SELECT kind, starts, up_to
              FROM (SELECT kind, starts, up_to FROM release_period
                     UNION ALL
                    SELECT kind, starts, up_to FROM release_refused) AS closed
             WHERE kind = ? AND starts = ?
            """;
    private static final String REFUSE = """
            INSERT INTO release_refused (kind, starts, up_to, refused_at, why)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String REFUSED = """
            SELECT kind, starts, refused_at, why
              FROM release_refused
             ORDER BY refused_at, kind, starts
            """;
    private static final String LEAVE_UNTOLD = """
            INSERT INTO release_untold (release_id, failed_at, why)
            VALUES (?, ?, ?)
            """;
    private static final String UNTOLD = """
            SELECT release_id, failed_at, why
              FROM release_untold
             ORDER BY failed_at, release_id
            """;

    /// A period that is published or refused, and the id of the last opinion that was looked at for it.
    record Closed(Period period, long upTo) {}

    /// The latest closed period of a kind.
    Optional<Closed> last(Tx tx, Period.Kind kind) {
        return tx.first(LAST_OF_KIND, row -> new Closed(period(row), row.number(3)), kind.name());
    }

    /// A period, if it is closed.
    Optional<Closed> closed(Tx tx, Period period) {
        return tx.first(CLOSED, row -> new Closed(period(row), row.number(3)), period.kind().name(),
                period.start().toString());
    }

    void add(Tx tx, Release release, List<Sheet> sheets, long upTo) {
        tx.run(ADD_RELEASE, release.id(), release.publishedAt().toEpochMilli(), release.rule().k(),
                release.rule().round(), release.questions(), release.previous(), release.hash());
        release.periods()
                .forEach(period -> tx.run(ADD_PERIOD, period.kind().name(), period.start().toString(),
                        release.id(), upTo));
        sheets.forEach(sheet -> sheet.counts().forEach((item, count) -> add(tx, sheet, item, count)));
        release.periods().forEach(period -> add(tx, period, release.unanswered(period)));
    }

    private static void add(Tx tx, Period period, List<OpenQuestion> groups) {
        for (int place = 0; place < groups.size(); place++) {
            var group = groups.get(place);
            tx.run(ADD_QUESTION, period.kind().name(), period.start().toString(), place, group.words(),
                    group.topic().<Object>map(Topic::code).orElse(Tx.NULL), group.persons());
        }
    }

    private static void add(Tx tx, Sheet sheet, Item item, Count count) {
        var persons = switch (count) {
            case Count.Of(int some) -> (Object) some;
            case Count.Hidden() -> Tx.NULL;
        };
        tx.run(ADD_CELL, sheet.period().kind().name(), sheet.period().start().toString(), sheet.area().code(),
                item.table().code(), item.code(), persons);
    }

    void refuse(Tx tx, Period period, long upTo, Instant now, String why) {
        tx.run(REFUSE, period.kind().name(), period.start().toString(), upTo, now.toEpochMilli(), why);
    }

    void untold(Tx tx, Release release, String why) {
        tx.run(LEAVE_UNTOLD, release.id(), release.publishedAt().toEpochMilli(), why);
    }

    Troubles troubles(Tx tx) {
        return new Troubles(
                tx.all(REFUSED,
                        row -> new Troubles.Refused(period(row), Instant.ofEpochMilli(row.number(3)),
                                row.text(4))),
                tx.all(UNTOLD, row -> new Troubles.Untold(row.text(1), Instant.ofEpochMilli(row.number(2)),
                        row.text(3))));
    }

    /// All releases, oldest first.
    List<Release> all(Tx tx) {
        return tx.all(ALL, SqlReleases::release).stream().map(release -> withPeriods(tx, release)).toList();
    }

    private static Release release(Row row) {
        return new Release(row.text(1), Instant.ofEpochMilli(row.number(2)), List.of(),
                new Rule(row.integer(3), row.integer(4)), row.text(5), row.text(6), row.text(7),
                List.of());
    }

    private static Release withPeriods(Tx tx, Release found) {
        var periods = tx.all(PERIODS, SqlReleases::period, found.id()).stream().sorted().toList();
        var groups = periods.stream().flatMap(period -> questions(tx, period).stream()).toList();
        return new Release(found.id(), found.publishedAt(), periods, found.rule(), found.questions(),
                found.previous(), found.hash(), groups);
    }

    private static List<OpenQuestion> questions(Tx tx, Period period) {
        return tx.all(QUESTIONS, row -> new OpenQuestion(period, row.text(1),
                row.textOrNone(2).flatMap(Topic::of), row.integer(3)), period.kind().name(),
                period.start().toString());
    }

    private static Period period(Row row) {
        return new Period(Period.Kind.valueOf(row.text(1)), LocalDate.parse(row.text(2)));
    }

    /// The sheets of a release.
    List<Sheet> sheets(Tx tx, Release release) {
        return release.periods().stream().flatMap(period -> sheets(tx, release.rule(), period).stream())
                .toList();
    }

    private static List<Sheet> sheets(Tx tx, Rule rule, Period period) {
        var areas = new HashMap<Area, Map<Item, Count>>();
        tx.each(CELLS, row -> areas.computeIfAbsent(new Area(row.text(1)), _ -> new HashMap<>())
                .put(item(row), count(row)), period.kind().name(), period.start().toString());
        return areas.entrySet().stream()
                .map(entry -> new Sheet(entry.getKey(), period, rule, entry.getValue())).toList();
    }

    private static Item item(Row row) {
        return Table.of(row.text(2)).flatMap(table -> Item.parse(table, row.text(3)))
                .orElseThrow(() -> new DatabaseException("unknown cell in a release"));
    }

    private static Count count(Row row) {
        return row.isNull(4) ? new Count.Hidden() : new Count.Of(row.integer(4));
    }
}
