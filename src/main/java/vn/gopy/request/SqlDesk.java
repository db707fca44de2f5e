package vn.gopy.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// What offices read of requests and do with them. No query here tells whose one is, but to whom the letter goes.
final class SqlDesk {
    private static final String LIST = """
            SELECT request.pid, person.key, first.text, request.id, unit, topic, sent_on, due, state, assigned,
                   solved, rating, reopened, asked_on, revision
              FROM request
              JOIN person ON person.pid = request.pid
              JOIN request_words AS first ON first.request = request.id AND first.kind = 'sent'
             WHERE (? = '' OR unit = ?) AND (? = '' OR topic = ?) AND (? = 0 OR assigned = ?)
               AND CASE ? WHEN 'waiting' THEN state <> 'answered'
                          WHEN 'late' THEN state = 'open' AND due < ?
                          WHEN 'asked' THEN state = 'asked'
                          WHEN 'done' THEN state = 'answered'
                          ELSE 1 END
             ORDER BY CASE state WHEN 'answered' THEN 1 ELSE 0 END, due, request.id
             LIMIT ? OFFSET ?
            """;
    private static final String TOTALS = """
            SELECT count(*), coalesce(sum(CASE state WHEN 'answered' THEN 1 ELSE 0 END), 0),
                   coalesce(sum(CASE WHEN state = 'open' AND due < ? THEN 1 ELSE 0 END), 0)
              FROM request
             WHERE ? = '' OR unit = ?
            """;
    private static final String ONE = """
            SELECT request.pid, person.key, first.text, request.id, unit, topic, sent_on, due, state, assigned,
                   solved, rating, reopened, asked_on, revision
              FROM request
              JOIN person ON person.pid = request.pid
              JOIN request_words AS first ON first.request = request.id AND first.kind = 'sent'
             WHERE request.id = ?
            """;
    private static final String SAID = """
            SELECT request.pid, person.key, said.text, said.kind, said.said_on, said.official
              FROM request_words AS said
              JOIN request ON request.id = said.request
              JOIN person ON person.pid = request.pid
             WHERE said.request = ?
             ORDER BY said.id
            """;
    private static final String SENDER = """
            SELECT pid, language
              FROM request
             WHERE id = ?
            """;
    private static final String ANSWER = """
            UPDATE request
               SET state = 'answered', ends_on = ?, solved = NULL, revision = revision + 1
             WHERE id = ? AND revision = ? AND state <> 'answered'
            """;
    private static final String ASK = """
            UPDATE request
               SET state = 'asked', asked_on = ?, revision = revision + 1
             WHERE id = ? AND revision = ? AND state = 'open' AND asked_on IS NULL
            """;
    private static final String TOUCH = """
            UPDATE request
               SET revision = revision + 1
             WHERE id = ? AND revision = ?
            """;
    private static final String ASSIGN = """
            UPDATE request
               SET assigned = ?, revision = revision + 1
             WHERE id = ? AND revision = ?
            """;
    private static final String HAND = """
            UPDATE request
               SET unit = ?, assigned = 0, revision = revision + 1
             WHERE id = ? AND revision = ? AND state <> 'answered'
            """;
    private static final String SAY = """
            INSERT INTO request_words (request, kind, said_on, official, text)
            VALUES (?, ?, ?, ?, ?)
            """;

    private final SealedWords words;

    SqlDesk(Vault vault) {
        words = new SealedWords(vault);
    }

    /// Who reads, and on which day.
    ///
    /// @param unit the id of the only unit they may see; empty for all
    record Reader(String unit, long account, LocalDate today) {}

    Listed list(Tx tx, Reader reader, Filter filter) {
        var unit = reader.unit().isEmpty() ? filter.unit() : reader.unit();
        var topic = filter.topic().map(Topic::code).orElse("");
        long today = reader.today().toEpochDay();
        var rows = tx.all(LIST, row -> request(row, reader.today()), unit, unit, topic, topic,
                filter.mine() ? 1 : 0, reader.account(), filter.which().word(), today, Filter.PAGE + 1,
                (filter.page() - 1) * Filter.PAGE);
        var readable = rows.stream().limit(Filter.PAGE).flatMap(Optional::stream).toList();
        var totals = tx.first(TOTALS, row -> new Listed.Totals(row.integer(1), row.integer(2),
                row.integer(1) - row.integer(2), row.integer(3)), today, unit, unit);
        return new Listed(readable, totals.orElseThrow(), rows.size() > Filter.PAGE);
    }

    /// One request with all that was said about it; empty when it is gone or not the reader's.
    Optional<Request> find(Tx tx, Reader reader, long id) {
        return tx.first(ONE, row -> request(row, reader.today()), id).flatMap(found -> found)
                .filter(found -> reader.unit().isEmpty() || found.unit().toString().equals(reader.unit()))
                .map(found -> with(found, said(tx, id)));
    }

    private List<Request.Said> said(Tx tx, long id) {
        return tx.all(SAID, row -> words.open(row).map(text -> new Request.Said(Kind.of(row.text(4)),
                LocalDate.ofEpochDay(row.number(5)), row.number(6), text)), id).stream()
                .flatMap(Optional::stream).toList();
    }

    private Optional<Request> request(Row row, LocalDate today) {
        return words.open(row).map(text -> {
            var sent = LocalDate.ofEpochDay(row.number(7));
            var due = LocalDate.ofEpochDay(row.number(8));
            var state = State.of(row.text(9)).orElseThrow();
            return new Request(row.number(4), UnitId.parse(row.text(5)).orElseThrow(),
                    Topic.of(row.text(6)).orElse(Topic.KHAC), sent, due, state, row.number(10),
                    row.isNull(11) ? Optional.empty() : Optional.of(row.integer(11) == 1),
                    row.isNull(12) ? 0 : row.integer(12), row.integer(13), !row.isNull(14),
                    state == State.OPEN && due.isBefore(today),
                    List.of(new Request.Said(Kind.SENT, sent, 0, text)), row.integer(15));
        });
    }

    private static Request with(Request one, List<Request.Said> said) {
        return new Request(one.id(), one.unit(), one.topic(), one.sentOn(), one.due(), one.state(),
                one.assigned(), one.solved(), one.rating(), one.reopened(), one.asked(), one.late(),
                new ArrayList<>(said), one.revision());
    }

    /// To whom the letter about a request goes, and in which language.
    record Sender(Pseudonym person, Language language) {}

    Optional<Sender> sender(Tx tx, long id) {
        return tx.first(SENDER, row -> new Sender(Pseudonym.of(row.bytes(1)), new Language(row.text(2))), id);
    }

    /// What an official does with a request that they saw.
    record Act(Request seen, long official, LocalDate today) {}

    boolean answer(Tx tx, Act act) {
        return tx.run(ANSWER, act.today().plusDays(RequestSettings.REOPENING).toEpochDay(), act.seen().id(),
                act.seen().revision()) > 0;
    }

    boolean ask(Tx tx, Act act) {
        return tx.run(ASK, act.today().toEpochDay(), act.seen().id(), act.seen().revision()) > 0;
    }

    boolean touch(Tx tx, Act act) {
        return tx.run(TOUCH, act.seen().id(), act.seen().revision()) > 0;
    }

    boolean assign(Tx tx, Act act, long account) {
        return tx.run(ASSIGN, account, act.seen().id(), act.seen().revision()) > 0;
    }

    boolean hand(Tx tx, Act act, UnitId to) {
        return tx.run(HAND, to.toString(), act.seen().id(), act.seen().revision()) > 0;
    }

    void say(Tx tx, Act act, Kind kind, byte[] sealed) {
        tx.run(SAY, act.seen().id(), kind.word(), act.today().toEpochDay(), act.official(), sealed);
    }

    byte[] seal(Person person, String text) {
        return words.seal(person, text);
    }
}
