package vn.gopy.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.feedback.SqlVoices;

/// Closes periods that are over and publishes their figures.
public final class ReleaseBuilder {
    /// The version of the questions that residents answer. Raise it when their wording changes: lines break
    /// there.
    static final String QUESTIONS = "1";

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseBuilder.class);

    /// So many marks go in one write-set: others want to write too.
    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final Releases releases;
    private final Charter charter;
    private final Auditor auditor;
    private final SqlReleases sql = new SqlReleases();
    private final SqlVoices voices = new SqlVoices();

    public ReleaseBuilder(Database database, Releases releases, Charter charter) {
        this(database, releases, charter, draft -> List.of());
    }

    /// @param auditor one more, beside those of the house
    ReleaseBuilder(Database database, Releases releases, Charter charter, Auditor auditor) {
        this.database = database;
        this.releases = releases;
        this.charter = charter;
        this.auditor = auditor;
    }

    /// Publishes every period that has ended by now and is not published yet, in one release; empty when
    /// there is none. Safe to repeat. A period that an auditor objects to is refused for good, with the reasons
    /// ([#troubles]), and the others are published.
    public synchronized Optional<Release> publishDue(Instant now) {
        var release = published(now);
        forgetLikenesses();
        return release;
    }

    /// Which texts are alike is kept until the month's figures are out.
    private void forgetLikenesses() {
        var last = database.read(tx -> sql.last(tx, Period.Kind.MONTH));
        last.map(closed -> closed.period().until(charter.settings().zone())).ifPresent(until -> {
            int gone;
            do {
                gone = database.ledger()
                        .commit(tx -> SqlFeedbackBook.forgetLikenesses(tx, until, AT_ONCE));
            } while (gone == AT_ONCE);
        });
    }

    private Optional<Release> published(Instant now) {
        var asked = Stream.of(charter.questions().first(), charter.polls().first())
                .flatMap(Optional::stream).min(Comparator.naturalOrder());
        var due = database.read(tx -> due(tx, asked, now));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        long upTo = database.read(voices::latest);
        var drafts = new ArrayList<Draft>();
        due.forEach(closing -> draftOrRefuse(closing, upTo, now, drafts));
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        var sheets = drafts.stream().flatMap(draft -> sheets(draft).stream()).toList();
        var release = release(now, drafts.stream().map(Draft::period).sorted().toList(), sheets);
        store(release, sheets, upTo);
        releases.add(release, sheets);
        return Optional.of(release);
    }

    /// Periods without figures, and releases that nobody was told of; oldest first.
    public Troubles troubles() {
        return database.read(sql::troubles);
    }

    private void draftOrRefuse(Closing closing, long upTo, Instant now, List<Draft> drafts) {
        try {
            drafts.add(draft(closing, upTo, drafts));
        } catch (ReleaseException refusal) {
            LOG.atError().setCause(refusal).addKeyValue("period", closing.period().code())
                    .log("a period stays without figures");
            database.ledger().commit(tx -> {
                sql.refuse(tx, closing.period(), upTo, now, String.join("; ", refusal.rules()));
                return upTo;
            });
        }
    }

    /// Figures do not wait for the news of them: when those cannot be made, the release is stored without.
    private void store(Release release, List<Sheet> sheets, long upTo) {
        var all = releases.with(release, sheets);
        try {
            database.ledger().commit(tx -> {
                sql.add(tx, release, sheets, upTo);
                charter.announcer().published(tx, release, all);
                return upTo;
            });
        } catch (RuntimeException fault) { // whatever it was; where nothing can be stored, the next line fails too
            database.ledger().commit(tx -> {
                sql.add(tx, release, sheets, upTo);
                sql.untold(tx, release, fault.getClass().getSimpleName());
                return upTo;
            });
            LOG.atError().setCause(fault).addKeyValue("release", release.id())
                    .log("published, but nobody is told");
        }
    }

    private record Closing(Period period, Optional<Long> lateSince) {}

    /// @param asked when the oldest question without a source was asked, or the first poll ended
    private List<Closing> due(Tx tx, Optional<Instant> asked, Instant now) {
        var first = Stream.concat(voices.first(tx).stream(), asked.stream()).min(Comparator.naturalOrder());
        var due = new ArrayList<Closing>();
        first.ifPresent(start -> {
            for (var kind : Period.Kind.values()) {
                due.addAll(due(tx, kind, start, now));
            }
        });
        return due;
    }

    private List<Closing> due(Tx tx, Period.Kind kind, Instant first, Instant now) {
        var zone = charter.settings().zone();
        var last = sql.last(tx, kind);
        var period = last.map(closed -> closed.period().next())
                .orElseGet(() -> Period.containing(kind, first, zone));
        var lateSince = last.map(SqlReleases.Closed::upTo);
        var due = new ArrayList<Closing>();
        while (!period.until(zone).isAfter(now)) {
            due.add(new Closing(period, lateSince));
            period = period.next();
            lateSince = Optional.empty();
        }
        return due;
    }

    private Draft draft(Closing closing, long upTo, List<Draft> drafts) {
        var period = closing.period();
        var division = new Division(charter.borders(), period.kind());
        var crowds = Optional.of(period).filter(month -> month.kind() == Period.Kind.MONTH)
                .map(month -> new Crowds(charter.settings().rule(), month, charter.settings().zone()));
        var counts = counts(closing, upTo, division, crowds);
        var bounds = new LpAuditor(releases.past().and(drafts));
        var course = new Course(new Recount(database, charter, releases).parts(period, drafts), bounds);
        var plain = new Drafting(charter.settings().rule(), division, bounds, course).draft(period, counts);
        var crowded = new Beside(bounds).beside(plain, crowds.map(Crowds::counts).orElse(Map.of()));
        var draft = new Polled(bounds).beside(crowded, polls(period));
        var objections = Stream.of(new RuleAuditor(), bounds, course::objections, auditor)
                .flatMap(each -> each.objections(draft).stream()).toList();
        if (!objections.isEmpty()) {
            throw new ReleaseException(period, objections);
        }
        return draft;
    }

    /// In months alone: a week could be subtracted from its month.
    private List<Polls.Ended> polls(Period period) {
        var zone = charter.settings().zone();
        return period.kind() == Period.Kind.MONTH
                ? charter.polls().ended(period.from(zone), period.until(zone))
                : List.of();
    }

    /// @param crowds hears the same opinions, in months
    private Map<Cell, Integer> counts(Closing closing, long upTo, Division division,
            Optional<Crowds> crowds) {
        var period = closing.period();
        var zone = charter.settings().zone();
        var tally = new Tally(division);
        var span = new SqlVoices.Span(period.from(zone), period.until(zone), upTo, closing.lateSince());
        database.read(tx -> {
            voices.each(tx, span, (voice, mark) -> {
                tally.hear(voice);
                crowds.ifPresent(some -> some.hear(voice, mark));
            });
            return upTo;
        });
        return tally.counts();
    }

    private static List<Sheet> sheets(Draft draft) {
        var areas = new HashMap<Area, Map<Item, Count>>();
        draft.truth().keySet().stream().filter(cell -> cell.area().kind() != Area.Kind.MEETING)
                .forEach(cell -> areas.computeIfAbsent(cell.area(), _ -> new HashMap<>())
                        .put(cell.item(), draft.shown(cell)));
        return areas.entrySet().stream()
                .map(area -> new Sheet(area.getKey(), draft.period(), draft.rule(), area.getValue()))
                .toList();
    }

    private Release release(Instant now, List<Period> periods, List<Sheet> sheets) {
        var previous = releases.latest().map(Release::hash).orElse("");
        var open = new Release(freeId(now), Instant.ofEpochMilli(now.toEpochMilli()), periods,
                charter.settings().rule(), QUESTIONS, previous, "", unanswered(periods));
        return open.withHash(ReleaseDocument.hash(open, sheets));
    }

    private List<OpenQuestion> unanswered(List<Period> periods) {
        return periods.stream().flatMap(period -> charter.questions().in(period).stream()).toList();
    }

    private String freeId(Instant now) {
        var day = LocalDate.ofInstant(now, charter.settings().zone()).toString();
        var id = day;
        for (int number = 2; releases.find(id).isPresent(); number++) {
            id = day + "-" + number;
        }
        return id;
    }
}
