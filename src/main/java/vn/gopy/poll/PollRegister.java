package vn.gopy.poll;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.Area;

/// Where officials write polls: one drafts, another one approves, and it is open; new words are a new version. They
/// never see who answers, nor any number before it is published. All they do stands in the audit trail, without the
/// words.
public final class PollRegister {
    private static final int LISTED = 500;
    private static final Duration FURTHEST = Duration.ofDays(92);

    private final Parts parts;
    private final SqlPolls polls = new SqlPolls();
    private final PollBook book;

    /// What it works with.
    public record Parts(Database database, Gazetteer gazetteer, WordingCheck check, AuditTrail audit,
            InstantSource clock) {}

    public PollRegister(Parts parts) {
        this.parts = parts;
        book = new PollBook(parts.database());
    }

    /// What everybody may know of polls.
    public PollBook book() {
        return book;
    }

    /// Those of an official's place, by question, the newest first.
    public List<Poll> mine(Account official) {
        return parts.database().read(tx -> polls.newest(tx, LISTED)).stream()
                .filter(one -> official.scope().covers(one.content().area().unit())).toList();
    }

    /// One of them; empty when it is none of theirs.
    public Optional<Poll> find(Account official, long id) {
        return parts.database().read(tx -> polls.find(tx, id))
                .filter(one -> official.scope().covers(one.content().area().unit()));
    }

    /// Which poll an official decides on, as they saw it.
    public record Seen(Account official, long id, int revision) {}

    /// What became of a draft.
    public sealed interface Kept {
        /// It is kept under this number.
        record Under(long id) implements Kept {}

        record Not(PollFault fault) implements Kept {}
    }

    /// Keeps a new question, to be asked until a moment.
    public Kept draft(Account official, Poll.Content content, Instant endsAt) {
        return draft(official, Optional.empty(), tidy(content), endsAt);
    }

    /// Keeps other words for a question that was asked: a new version of it, of the same office.
    public Kept wordAnew(Seen seen, Poll.Content content, Instant endsAt) {
        var before = find(seen.official(), seen.id()).filter(one -> one.openedAt().isPresent())
                .filter(one -> one.revision() == seen.revision());
        return before.isEmpty()
                ? new Kept.Not(PollFault.CHANGED)
                : draft(seen.official(), Optional.of(before.get().series()),
                        at(before.get().content().area(), tidy(content)), endsAt);
    }

    private Kept draft(Account official, Optional<Long> series, Poll.Content content, Instant endsAt) {
        var fault = fault(official, content, endsAt);
        return fault.isPresent()
                ? new Kept.Not(fault.get())
                : new Kept.Under(parts.database().ledger().commit(tx -> {
                    long id = polls.draft(tx, series, content, by(official, endsAt));
                    parts.audit().write(tx, official.id(), Deed.POLL_DRAFTED, what(id, content));
                    return id;
                }));
    }

    private SqlPolls.Authored by(Account official, Instant endsAt) {
        return new SqlPolls.Authored(official.role(), official.id(), parts.clock().instant(), endsAt);
    }

    /// Rewrites a draft of the same office; whoever does is its author from then on.
    public Optional<PollFault> rewrite(Seen seen, Poll.Content content, Instant endsAt) {
        var before = find(seen.official(), seen.id());
        if (before.isEmpty()) {
            return Optional.of(PollFault.CHANGED);
        }
        var tidy = at(before.get().content().area(), tidy(content));
        var fault = fault(seen.official(), tidy, endsAt);
        return fault.isPresent()
                ? fault
                : done(seen, Deed.POLL_DRAFTED,
                        (tx, one) -> polls.rewrite(tx, one, tidy, by(seen.official(), endsAt)));
    }

    /// Opens it, and ends the wording before it. Approvers do, and never what they wrote themselves.
    public Optional<PollFault> approve(Seen seen) {
        var one = find(seen.official(), seen.id());
        if (one.isEmpty() || seen.official().role() != Role.APPROVER) {
            return Optional.of(PollFault.CHANGED);
        }
        if (one.get().draftedBy() == seen.official().id()) {
            return Optional.of(PollFault.OWN);
        }
        var now = parts.clock().instant();
        var fault = fault(seen.official(), one.get().content(), one.get().endsAt());
        return fault.isPresent()
                ? fault
                : done(seen, Deed.POLL_OPENED,
                        (tx, poll) -> polls.approve(tx, poll, seen.official().id(), now));
    }

    /// Nobody answers it any more.
    public Optional<PollFault> close(Seen seen) {
        return done(seen, Deed.POLL_CLOSED, (tx, one) -> polls.end(tx, one, parts.clock().instant()));
    }

    /// The draft is not asked.
    public Optional<PollFault> drop(Seen seen) {
        return done(seen, Deed.POLL_DROPPED, polls::drop);
    }

    private interface Act {
        boolean on(Tx tx, Poll seen);
    }

    private Optional<PollFault> done(Seen seen, Deed deed, Act act) {
        return parts.database().ledger().commit(tx -> {
            var one = polls.find(tx, seen.id())
                    .filter(known -> seen.official().scope().covers(known.content().area().unit()))
                    .filter(known -> known.revision() == seen.revision());
            if (one.isEmpty() || !act.on(tx, one.get())) {
                return Optional.of(PollFault.CHANGED);
            }
            parts.audit().write(tx, seen.official().id(), deed, what(seen.id(), one.get().content()));
            return Optional.empty();
        });
    }

    private static String what(long id, Poll.Content content) {
        return id + " " + content.area().code();
    }

    private Optional<PollFault> fault(Account official, Poll.Content content, Instant endsAt) {
        if (!official.scope().covers(content.area().unit()) || !isAPlace(content.area())) {
            return Optional.of(PollFault.NO_PLACE);
        }
        var now = parts.clock().instant();
        return !endsAt.isAfter(now) || endsAt.isAfter(now.plus(FURTHEST))
                ? Optional.of(PollFault.NO_TIME)
                : parts.check().fault(content);
    }

    private boolean isAPlace(Area area) {
        return area.isProvince() || (area.kind() == Area.Kind.NEW
                && area.unit().flatMap(parts.gazetteer()::unit).isPresent());
    }

    /// The phrase that persuades or leads, if there is one.
    public Optional<String> phrase(Poll.Content content) {
        return parts.check().phrase(content);
    }

    private static Poll.Content at(Area area, Poll.Content content) {
        return new Poll.Content(area, content.vietnamese(), content.english());
    }

    private static Poll.Content tidy(Poll.Content content) {
        return new Poll.Content(content.area(), tidy(content.vietnamese()),
                content.english().map(PollRegister::tidy)
                        .filter(wording -> !wording.question().isEmpty() || !wording.options().isEmpty()));
    }

    private static Poll.Wording tidy(Poll.Wording wording) {
        return new Poll.Wording(tidy(wording.question()),
                wording.options().stream().map(PollRegister::tidy).filter(one -> !one.isEmpty()).toList());
    }

    /// Composed letters in one line, no control characters, and none of the marks of bold text.
    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Co}]+", " ")
                .replaceAll(" {2,}", " ").strip();
    }
}
