package vn.gopy.forum;

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
import vn.gopy.policy.Phrases;
import vn.gopy.release.Area;
import vn.gopy.text.Language;

/// Where officials hold sessions: one drafts, another one approves, and after the close the same for each answer. They
/// see the groups that everybody sees and never a question, nor who asked or is told. All they do stands in the audit
/// trail, without the words.
public final class ForumRegister {
    private static final int LISTED = 200;
    private static final Duration FURTHEST = Duration.ofDays(92);
    private static final Duration LONGEST = Duration.ofDays(32);

    private final Parts parts;
    private final SqlForums forums = new SqlForums();
    private final SqlForumGroups groups = new SqlForumGroups();

    /// What it works with.
    public record Parts(Database database, Gazetteer gazetteer, Phrases persuasion, AuditTrail audit,
            InstantSource clock) {}

    public ForumRegister(Parts parts) {
        this.parts = parts;
    }

    /// Those of an official's place, the newest first.
    public List<ForumBook.File> mine(Account official) {
        return parts.database().read(tx -> forums.newest(tx, LISTED).stream()
                .filter(forum -> covers(official, forum))
                .map(forum -> new ForumBook.File(forum, groups.of(tx, forum.id()))).toList());
    }

    /// One of them; empty when it is none of theirs.
    public Optional<ForumBook.File> find(Account official, long id) {
        return parts.database().read(tx -> forums.find(tx, id).filter(forum -> covers(official, forum))
                .map(forum -> new ForumBook.File(forum, groups.of(tx, forum.id()))));
    }

    private static boolean covers(Account official, Forum forum) {
        return official.scope().covers(forum.content().area().unit());
    }

    /// Which session an official decides on, as they saw it.
    public record Seen(Account official, long id, int revision) {}

    /// Which group of a session an official decides on, as they saw it.
    public record SeenGroup(Account official, long id, int number, int revision) {}

    /// What became of a draft.
    public sealed interface Kept {
        /// It is kept under this number.
        record Under(long id) implements Kept {}

        record Not(ForumFault fault) implements Kept {}
    }

    /// Keeps a new draft.
    public Kept draft(Account official, Forum.Content content) {
        var tidy = tidy(content);
        var fault = fault(official, tidy);
        return fault.isPresent()
                ? new Kept.Not(fault.get())
                : new Kept.Under(parts.database().ledger().commit(tx -> {
                    long id = forums.draft(tx, tidy, official.id());
                    parts.audit().write(tx, official.id(), Deed.FORUM_DRAFTED, what(id, tidy.area()));
                    return id;
                }));
    }

    /// Rewrites a draft of the same office; whoever does is its author from then on.
    public Optional<ForumFault> rewrite(Seen seen, Forum.Content content) {
        var before = find(seen.official(), seen.id());
        if (before.isEmpty()) {
            return Optional.of(ForumFault.CHANGED);
        }
        var kept = tidy(new Forum.Content(before.get().forum().content().area(), content.vietnamese(),
                content.english(), content.opensAt(), content.closesAt()));
        var fault = fault(seen.official(), kept);
        return fault.isPresent()
                ? fault
                : done(seen, Deed.FORUM_DRAFTED,
                        (tx, forum) -> forums.rewrite(tx, forum, kept, seen.official().id()));
    }

    /// Lets it open at its time. Approvers do, and never what they wrote themselves.
    public Optional<ForumFault> approve(Seen seen) {
        var one = find(seen.official(), seen.id());
        if (one.isEmpty() || seen.official().role() != Role.APPROVER) {
            return Optional.of(ForumFault.CHANGED);
        }
        if (one.get().forum().draftedBy() == seen.official().id()) {
            return Optional.of(ForumFault.OWN);
        }
        var now = parts.clock().instant();
        return one.get().forum().content().closesAt().isAfter(now)
                ? done(seen, Deed.FORUM_APPROVED,
                        (tx, forum) -> forums.approve(tx, forum, seen.official().id(), now))
                : Optional.of(ForumFault.NO_TIME);
    }

    /// Nobody asks any more.
    public Optional<ForumFault> close(Seen seen) {
        return done(seen, Deed.FORUM_CLOSED, (tx, forum) -> forums.close(tx, forum, parts.clock().instant()));
    }

    /// The draft is not held.
    public Optional<ForumFault> drop(Seen seen) {
        return done(seen, Deed.FORUM_DROPPED, forums::drop);
    }

    private interface Act {
        boolean on(Tx tx, Forum seen);
    }

    private Optional<ForumFault> done(Seen seen, Deed deed, Act act) {
        return parts.database().ledger().commit(tx -> {
            var one = forums.find(tx, seen.id()).filter(known -> covers(seen.official(), known))
                    .filter(known -> known.revision() == seen.revision());
            if (one.isEmpty() || !act.on(tx, one.get())) {
                return Optional.of(ForumFault.CHANGED);
            }
            parts.audit().write(tx, seen.official().id(), deed, what(seen.id(), one.get().content().area()));
            return Optional.empty();
        });
    }

    /// Keeps the draft of an answer in place of an earlier one.
    public Optional<ForumFault> draftAnswer(SeenGroup seen, ForumGroup.Answer answer) {
        var tidy = tidy(answer);
        var fault = fault(tidy);
        return fault.isPresent()
                ? fault
                : answered(seen, Deed.FORUM_ANSWER_DRAFTED,
                        (tx, group) -> groups.draft(tx, group, tidy, seen.official().id()));
    }

    /// Throws the draft of an answer away.
    public Optional<ForumFault> dropAnswer(SeenGroup seen) {
        return answered(seen, Deed.FORUM_ANSWER_DROPPED, groups::drop);
    }

    /// Publishes an answer and carries it back. Approvers do, and never what they wrote themselves.
    public Optional<ForumFault> send(SeenGroup seen) {
        if (seen.official().role() != Role.APPROVER) {
            return Optional.of(ForumFault.CHANGED);
        }
        boolean own = find(seen.official(), seen.id()).stream().flatMap(file -> file.groups().stream())
                .anyMatch(group -> group.number() == seen.number()
                        && group.draftedBy() == seen.official().id());
        return own
                ? Optional.of(ForumFault.OWN)
                : answered(seen, Deed.FORUM_ANSWERED,
                        (tx, group) -> groups.send(tx, group, seen.official().id(),
                                parts.clock().instant()));
    }

    private interface Answering {
        boolean on(Tx tx, ForumGroup seen);
    }

    private Optional<ForumFault> answered(SeenGroup seen, Deed deed, Answering act) {
        return parts.database().ledger().commit(tx -> {
            var forum = forums.find(tx, seen.id()).filter(known -> covers(seen.official(), known));
            var group = forum.stream().flatMap(known -> groups.of(tx, known.id()).stream())
                    .filter(known -> known.number() == seen.number()
                            && known.revision() == seen.revision())
                    .findFirst();
            if (group.isEmpty() || !act.on(tx, group.get())) {
                return Optional.of(ForumFault.CHANGED);
            }
            parts.audit().write(tx, seen.official().id(), deed,
                    what(seen.id(), forum.orElseThrow().content().area()) + " " + seen.number());
            return Optional.empty();
        });
    }

    private static String what(long id, Area area) {
        return id + " " + area.code();
    }

    private Optional<ForumFault> fault(Account official, Forum.Content content) {
        if (!official.scope().covers(content.area().unit()) || !isAPlace(content.area())) {
            return Optional.of(ForumFault.NO_PLACE);
        }
        if (content.vietnamese().isEmpty()) {
            return Optional.of(ForumFault.EMPTY);
        }
        if (content.vietnamese().length() > Forum.LONGEST
                || content.english().orElse("").length() > Forum.LONGEST) {
            return Optional.of(ForumFault.TOO_LONG);
        }
        if (!isATime(content)) {
            return Optional.of(ForumFault.NO_TIME);
        }
        return phrase(content).map(_ -> ForumFault.PERSUADES);
    }

    private boolean isATime(Forum.Content content) {
        var now = parts.clock().instant();
        Instant opens = content.opensAt();
        Instant closes = content.closesAt();
        return closes.isAfter(now) && opens.isBefore(closes) && !opens.isAfter(now.plus(FURTHEST))
                && Duration.between(opens, closes).compareTo(LONGEST) <= 0;
    }

    private boolean isAPlace(Area area) {
        return area.isProvince() || (area.kind() == Area.Kind.NEW
                && area.unit().flatMap(parts.gazetteer()::unit).isPresent());
    }

    private Optional<ForumFault> fault(ForumGroup.Answer answer) {
        if (answer.vietnamese().isEmpty()) {
            return Optional.of(ForumFault.EMPTY);
        }
        if (answer.office().isEmpty()) {
            return Optional.of(ForumFault.NO_OFFICE);
        }
        boolean tooLong = answer.vietnamese().length() > ForumGroup.Answer.LONGEST
                || answer.english().orElse("").length() > ForumGroup.Answer.LONGEST
                || answer.office().length() > ForumGroup.Answer.LONGEST_OFFICE;
        if (tooLong) {
            return Optional.of(ForumFault.TOO_LONG);
        }
        return phrase(answer).map(_ -> ForumFault.PERSUADES);
    }

    /// The phrase in a subject that persuades instead of telling, if there is one.
    public Optional<String> phrase(Forum.Content content) {
        return phrase(content.vietnamese(), content.english());
    }

    /// The phrase in an answer that persuades instead of telling, if there is one.
    public Optional<String> phrase(ForumGroup.Answer answer) {
        return phrase(answer.vietnamese(), answer.english());
    }

    private Optional<String> phrase(String vietnamese, Optional<String> english) {
        return parts.persuasion().in(vietnamese, Language.VIETNAMESE)
                .or(() -> english.flatMap(text -> parts.persuasion().in(text, Language.ENGLISH)));
    }

    private static Forum.Content tidy(Forum.Content content) {
        return new Forum.Content(content.area(), oneLine(content.vietnamese()),
                content.english().map(ForumRegister::oneLine).filter(text -> !text.isEmpty()),
                content.opensAt(),
                content.closesAt());
    }

    private static ForumGroup.Answer tidy(ForumGroup.Answer answer) {
        return new ForumGroup.Answer(oneLine(answer.office()), lines(answer.vietnamese()),
                answer.english().map(ForumRegister::lines).filter(text -> !text.isEmpty()));
    }

    private static String oneLine(String text) {
        return lines(text).replace('\n', ' ').replaceAll(" {2,}", " ");
    }

    /// Composed letters, no control characters but line ends, and none of the marks of bold text.
    private static String lines(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}\\p{Co}&&[^\\n]]", "").strip();
    }
}
