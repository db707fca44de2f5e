package vn.gopy.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import vn.gopy.chat.Address;
import vn.gopy.chat.Reply;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Scope;
import vn.gopy.outbox.Outbox;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.text.Tidying;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Where officials read requests and answer them. What changes a request, what the sender is told of it and the
/// row in the audit trail are one transaction; the trail holds no word of it.
public final class Desk {
    /// So many characters an answer may have.
    public static final int LONGEST = 2000;

    private final Parts parts;
    private final SqlDesk sql;
    private final SqlPeople people;
    private final Letters letters;

    /// What it works with.
    ///
    /// @param lettersPut told after letters were put in the outbox, so that somebody carries them
    public record Parts(Database database, Vault vault, Outbox outbox, AuditTrail audit, Gazetteer gazetteer,
            Phrasebook phrases, RequestSettings settings, InstantSource clock,
            Runnable lettersPut) {}

    public Desk(Parts parts) {
        this.parts = parts;
        sql = new SqlDesk(parts.vault());
        people = new SqlPeople(parts.vault());
        letters = new Letters(parts.phrases(), parts.gazetteer());
    }

    /// The day it is in the offices.
    public LocalDate today() {
        return parts.settings().day(parts.clock().instant());
    }

    /// Whether the holidays of a year are known.
    public boolean knowsHolidays(int year) {
        return parts.settings().working().knows(year);
    }

    private SqlDesk.Reader reader(Account official) {
        var unit = switch (official.scope()) {
            case Scope.Province() -> "";
            case Scope.Commune(var own) -> own.toString();
        };
        return new SqlDesk.Reader(unit, official.id(), today());
    }

    /// The requests that an official may read. Looking stands in the trail.
    public Listed look(Account official, Filter filter) {
        var listed = parts.database().read(tx -> sql.list(tx, reader(official), filter));
        parts.audit().note(official.id(), Deed.REQUESTS_SEEN,
                official.scope() + " " + listed.requests().size());
        return listed;
    }

    /// One of them; empty when it is gone or another office's. Looking stands in the trail.
    public Optional<Request> open(Account official, long id) {
        var found = parts.database().read(tx -> sql.find(tx, reader(official), id));
        found.ifPresent(request -> parts.audit().note(official.id(), Deed.REQUEST_SEEN, what(request)));
        return found;
    }

    private static String what(Request request) {
        return request.unit() + " " + request.id();
    }

    /// Which request, as it was when the official saw it.
    public record Seen(long id, int revision) {}

    /// Answers a request and closes it with that.
    public Optional<Fault> answer(Account official, Seen seen, String typed) {
        var text = Tidying.tidy(typed);
        return act(official, seen, request -> check(request, text), new Doing() {
            @Override
            public boolean change(Tx tx, SqlDesk.Act act) {
                return sql.answer(tx, act);
            }

            @Override
            public Said said(Request request, Language language) {
                var until = today().plusDays(RequestSettings.REOPENING);
                return new Said(Kind.ANSWERED, text,
                        Optional.of(letters.answered(request, language, text, until)));
            }
        });
    }

    /// Asks the sender back, once.
    public Optional<Fault> ask(Account official, Seen seen, String typed) {
        var text = Tidying.tidy(typed);
        return act(official, seen, request -> check(request, text)
                .or(() -> request.asked() ? Optional.of(Fault.ASKED_BEFORE) : Optional.empty()),
                new Doing() {
                    @Override
                    public boolean change(Tx tx, SqlDesk.Act act) {
                        return sql.ask(tx, act);
                    }

                    @Override
                    public Said said(Request request, Language language) {
                        return new Said(Kind.ASKED, text,
                                Optional.of(letters.asked(request, language, text)));
                    }
                });
    }

    /// Keeps a note for the office alone.
    public Optional<Fault> note(Account official, Seen seen, String typed) {
        var text = Tidying.tidy(typed);
        return act(official, seen, _ -> length(text), new Doing() {
            @Override
            public boolean change(Tx tx, SqlDesk.Act act) {
                return sql.touch(tx, act);
            }

            @Override
            public Said said(Request request, Language language) {
                return new Said(Kind.NOTE, text, Optional.empty());
            }
        });
    }

    /// Gives a request to the office of another unit; the sender is told. Its day stays.
    public Optional<Fault> hand(Account official, Seen seen, String unit) {
        var to = UnitId.parse(unit).filter(id -> id.isNew() && parts.gazetteer().unit(id).isPresent());
        return act(official, seen, request -> to.isEmpty() || to.get().equals(request.unit())
                ? Optional.of(Fault.NO_UNIT)
                : closed(request), new Doing() {
                    @Override
                    public boolean change(Tx tx, SqlDesk.Act act) {
                        return sql.hand(tx, act, to.orElseThrow());
                    }

                    @Override
                    public Said said(Request request, Language language) {
                        return new Said(Kind.HANDED, request.unit() + " " + to.orElseThrow(),
                                Optional.of(letters.handed(request, language, to.orElseThrow())));
                    }
                });
    }

    /// Whether an account may look after a request.
    @FunctionalInterface
    public interface Fitting {
        boolean fits(long account, Request request);
    }

    /// Gives a request to an official of the office, or to nobody (0).
    public Optional<Fault> assign(Account official, Seen seen, long account, Fitting fits) {
        var found = parts.database().read(tx -> find(tx, official, seen));
        if (found.isEmpty()) {
            return Optional.of(Fault.CHANGED);
        }
        var request = found.get();
        if (account != 0 && !fits.fits(account, request)) {
            return Optional.of(Fault.NO_OFFICIAL);
        }
        var act = new SqlDesk.Act(request, official.id(), today());
        boolean done = parts.database().ledger().commit(tx -> {
            boolean assigned = sql.assign(tx, act, account);
            if (assigned) {
                parts.audit().write(tx, official.id(), Deed.REQUEST_ASSIGNED, what(request) + " " + account);
            }
            return assigned;
        });
        return done ? Optional.empty() : Optional.of(Fault.CHANGED);
    }

    private static Optional<Fault> check(Request request, String text) {
        return closed(request).or(() -> length(text));
    }

    private static Optional<Fault> closed(Request request) {
        return request.state() == State.ANSWERED ? Optional.of(Fault.ANSWERED) : Optional.empty();
    }

    static Optional<Fault> length(String text) {
        if (text.isBlank()) {
            return Optional.of(Fault.EMPTY);
        }
        return text.length() > LONGEST ? Optional.of(Fault.LONG) : Optional.empty();
    }

    /// What is said with a deed, and what the sender hears of it.
    private record Said(Kind kind, String text, Optional<Reply> letter) {}

    /// A deed that says something.
    private interface Doing {
        /// False when the request changed meanwhile.
        boolean change(Tx tx, SqlDesk.Act act);

        Said said(Request request, Language language);
    }

    private interface Check {
        Optional<Fault> of(Request request);
    }

    private Optional<Request> find(Tx tx, Account official, Seen seen) {
        return sql.find(tx, reader(official), seen.id())
                .filter(request -> request.revision() == seen.revision());
    }

    /// What a deed needs of the sender.
    private record Known(Request request, Person person, Language language) {}

    private Optional<Known> known(Tx tx, Account official, Seen seen) {
        return find(tx, official, seen).flatMap(request -> sql.sender(tx, seen.id())
                .flatMap(sender -> people.find(tx, sender.person())
                        .map(person -> new Known(request, person, sender.language()))));
    }

    private Optional<Fault> act(Account official, Seen seen, Check check, Doing doing) {
        var found = parts.database().read(tx -> known(tx, official, seen));
        if (found.isEmpty()) {
            return Optional.of(Fault.CHANGED);
        }
        var known = found.get();
        var fault = check.of(known.request());
        return fault.isPresent() ? fault : done(official, known, doing);
    }

    private Optional<Fault> done(Account official, Known known, Doing doing) {
        var request = known.request();
        var said = doing.said(request, known.language());
        var sealed = sql.seal(known.person(), said.text());
        var letter = said.letter().flatMap(reply -> letter(known.person(), reply));
        var act = new SqlDesk.Act(request, official.id(), today());
        boolean done = parts.database().ledger().commit(tx -> {
            if (!doing.change(tx, act)) {
                return false;
            }
            sql.say(tx, act, said.kind(), sealed);
            letter.ifPresent(ready -> parts.outbox().put(tx, ready, parts.clock().instant()));
            parts.audit().write(tx, official.id(), deed(said.kind()), what(request));
            return true;
        });
        if (!done) {
            return Optional.of(Fault.CHANGED);
        }
        letter.ifPresent(_ -> parts.lettersPut().run());
        return Optional.empty();
    }

    private Optional<Outbox.Sealed> letter(Person person, Reply reply) {
        return Optional.of(person).filter(Person::reachable).flatMap(Person::address)
                .map(address -> parts.outbox().seal(person, Address.parse(address), reply));
    }

    private static Deed deed(Kind kind) {
        return switch (kind) {
            case ANSWERED -> Deed.REQUEST_ANSWERED;
            case ASKED -> Deed.REQUEST_ASKED;
            case HANDED -> Deed.REQUEST_HANDED;
            case NOTE -> Deed.REQUEST_NOTED;
            case SENT, REPLIED, REOPENED -> throw new IllegalArgumentException("the sender does that");
        };
    }
}
