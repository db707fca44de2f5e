package vn.gopy.answer;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Phrases;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.text.Language;

/// Where officials write announcements: one drafts, another one approves. They never see who gets one. All they do
/// stands in the audit trail, without the words.
public final class AnnouncementDesk {
    private static final int LISTED = 200;
    private static final Duration FURTHEST = Duration.ofDays(92);

    private final Parts parts;
    private final SqlAnnouncements announcements = new SqlAnnouncements();

    /// What it works with.
    public record Parts(Database database, Gazetteer gazetteer, Citations citations, AuditTrail audit,
            Phrases persuasion, ZoneId zone, InstantSource clock) {}

    public AnnouncementDesk(Parts parts) {
        this.parts = parts;
    }

    /// Those of an official's place, the newest first.
    public List<Announcement> mine(Account official) {
        return parts.database().read(tx -> announcements.newest(tx, LISTED)).stream()
                .filter(one -> official.scope().covers(one.content().area().unit())).toList();
    }

    /// What a place, and all, were told or are being told of rules, rights or duties: anybody may know.
    public List<Announcement> told(Area area) {
        var now = parts.clock().instant();
        return parts.database().read(tx -> announcements.told(tx, area, now));
    }

    /// One of them; empty when it is none of theirs.
    public Optional<Announcement> find(Account official, long id) {
        return parts.database().read(tx -> announcements.find(tx, id))
                .filter(one -> official.scope().covers(one.content().area().unit()));
    }

    /// Which announcement an official decides on, as they saw it.
    public record Seen(Account official, long id, int revision) {}

    /// What became of a draft.
    public sealed interface Kept {
        /// It is kept under this number.
        record Under(long id) implements Kept {}

        record Not(AnnouncementFault fault) implements Kept {}
    }

    /// Keeps a new draft.
    public Kept draft(Account official, Announcement.Content content) {
        var tidy = tidy(content);
        var fault = fault(official, tidy);
        if (fault.isPresent()) {
            return new Kept.Not(fault.get());
        }
        return new Kept.Under(parts.database().ledger().commit(tx -> {
            long id = announcements.draft(tx, tidy, official.id());
            parts.audit().write(tx, official.id(), Deed.ANNOUNCEMENT_DRAFTED, what(id, tidy));
            return id;
        }));
    }

    /// Rewrites a draft; whoever does is its author from then on.
    public Optional<AnnouncementFault> rewrite(Seen seen, Announcement.Content content) {
        var tidy = tidy(content);
        var fault = fault(seen.official(), tidy);
        return fault.isPresent()
                ? fault
                : done(seen, Deed.ANNOUNCEMENT_DRAFTED,
                        (tx, one) -> announcements.rewrite(tx, one, tidy, seen.official().id()));
    }

    /// Lets it go out at its time. Approvers do, and never what they wrote themselves.
    public Optional<AnnouncementFault> approve(Seen seen) {
        var one = find(seen.official(), seen.id());
        if (one.isEmpty() || seen.official().role() != Role.APPROVER) {
            return Optional.of(AnnouncementFault.CHANGED);
        }
        if (one.get().draftedBy() == seen.official().id()) {
            return Optional.of(AnnouncementFault.OWN);
        }
        var fault = sourceless(one.get().content());
        return fault.isPresent()
                ? fault
                : done(seen, Deed.ANNOUNCEMENT_APPROVED,
                        (tx, now) -> announcements.approve(tx, now, seen.official().id()));
    }

    /// It does not go out, or no further.
    public Optional<AnnouncementFault> cancel(Seen seen) {
        return done(seen, Deed.ANNOUNCEMENT_CANCELLED,
                (tx, one) -> announcements.cancel(tx, one, parts.clock().instant()));
    }

    private interface Act {
        boolean on(Tx tx, Announcement seen);
    }

    private Optional<AnnouncementFault> done(Seen seen, Deed deed, Act act) {
        return parts.database().ledger().commit(tx -> {
            var one = announcements.find(tx, seen.id())
                    .filter(known -> seen.official().scope().covers(known.content().area().unit()))
                    .filter(known -> known.revision() == seen.revision());
            if (one.isEmpty() || !act.on(tx, one.get())) {
                return Optional.of(AnnouncementFault.CHANGED);
            }
            parts.audit().write(tx, seen.official().id(), deed, what(seen.id(), one.get().content()));
            return Optional.empty();
        });
    }

    private static String what(long id, Announcement.Content content) {
        return id + " " + content.area().code();
    }

    /// Whether two others go to some of the same people in that week: then many get it in the next.
    public boolean waits(Announcement one) {
        var week = Period.containing(Period.Kind.WEEK, one.content().goesAt(), parts.zone());
        var others = parts.database().read(
                tx -> announcements.planned(tx, week.from(parts.zone()), week.until(parts.zone()))).stream()
                .filter(other -> other.id() != one.id()).map(other -> other.content().area()).toList();
        long all = others.stream().filter(Area::isProvince).count();
        var byUnit = others.stream().filter(area -> !area.isProvince())
                .collect(Collectors.groupingBy(area -> area, Collectors.counting()));
        long units = one.content().area().isProvince()
                ? byUnit.values().stream().mapToLong(Long::longValue).max().orElse(0)
                : byUnit.getOrDefault(one.content().area(), 0L);
        return all + units >= SqlAnnouncementTold.A_WEEK;
    }

    private Optional<AnnouncementFault> fault(Account official, Announcement.Content content) {
        if (!official.scope().covers(content.area().unit()) || !isAPlace(content.area())) {
            return Optional.of(AnnouncementFault.NO_PLACE);
        }
        if (content.vietnamese().isEmpty()) {
            return Optional.of(AnnouncementFault.EMPTY);
        }
        if (content.vietnamese().length() > Announcement.LONGEST
                || content.english().orElse("").length() > Announcement.LONGEST) {
            return Optional.of(AnnouncementFault.TOO_LONG);
        }
        if (!isATime(content.goesAt())) {
            return Optional.of(AnnouncementFault.NO_TIME);
        }
        return phrase(content).isPresent()
                ? Optional.of(AnnouncementFault.PERSUADES)
                : sourceless(content);
    }

    private boolean isAPlace(Area area) {
        return area.isProvince() || (area.kind() == Area.Kind.NEW
                && area.unit().flatMap(parts.gazetteer()::unit).isPresent());
    }

    private boolean isATime(Instant moment) {
        var now = parts.clock().instant();
        var today = LocalDate.ofInstant(now, parts.zone()).atStartOfDay(parts.zone()).toInstant();
        return !moment.isBefore(today) && !moment.isAfter(now.plus(FURTHEST));
    }

    private Optional<AnnouncementFault> sourceless(Announcement.Content content) {
        if (content.sources().size() > Announcement.MOST_SOURCES) {
            return Optional.of(AnnouncementFault.MANY_SOURCES);
        }
        if (content.sources().isEmpty() && parts.citations().needed(content)) {
            return Optional.of(AnnouncementFault.NO_SOURCE);
        }
        return unknown(content).map(_ -> AnnouncementFault.UNKNOWN_SOURCE);
    }

    /// The source that is not known, or not in force when it goes out, if there is one.
    public Optional<String> unknown(Announcement.Content content) {
        return parts.citations().unknown(content);
    }

    /// The phrase that persuades instead of telling, if there is one.
    public Optional<String> phrase(Announcement.Content content) {
        return parts.persuasion().in(content.vietnamese(), Language.VIETNAMESE)
                .or(() -> parts.persuasion().in(content.english().orElse(""), Language.ENGLISH));
    }

    private static Announcement.Content tidy(Announcement.Content content) {
        return new Announcement.Content(content.area(), content.topic(), content.policy(),
                tidy(content.vietnamese()),
                content.english().map(AnnouncementDesk::tidy).filter(text -> !text.isEmpty()),
                content.sources().stream().map(AnnouncementDesk::tidy).filter(one -> !one.isEmpty())
                        .distinct().toList(),
                content.goesAt());
    }

    /// Composed letters, no control characters but line ends, and none of the marks of bold text.
    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}\\p{Co}&&[^\\n]]", "").strip();
    }
}
