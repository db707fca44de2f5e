package vn.gopy.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.db.Tx;
import vn.gopy.release.Period;
import vn.gopy.text.Language;
import vn.gopy.vault.Pseudonym;

/// Carries announcements to everybody who wishes to get them, each once, by day, and nobody more than two a week:
/// whose week is full is told in the next.
public final class AnnouncementPost {
    private final Round.Parts parts;
    private final Daytime daytime;
    private final AnnouncementLetter letter;
    private final Round round;
    private final SqlAnnouncements announcements = new SqlAnnouncements();
    private final SqlAnnouncementTold told = new SqlAnnouncementTold();
    /// The one under way, and who was looked at last; one thread alone uses it.
    private Optional<Underway> underway = Optional.empty();

    public AnnouncementPost(Round.Parts parts, AnnouncementLetter letter) {
        this.parts = parts;
        this.letter = letter;
        daytime = parts.daytime();
        round = new Round(parts);
    }

    private record Underway(Announcement what, String week, Optional<Pseudonym> last) {}

    /// Puts letters while few wait; for one thread, about every second.
    public void look() {
        while (round.mayPut() && begun()) {
            step(underway.orElseThrow());
        }
    }

    /// What was cancelled meanwhile is not gone on with, and a new week begins anew.
    private boolean begun() {
        var now = daytime.clock().instant();
        var next = parts.database().read(tx -> announcements.underway(tx, now));
        var week = week(now).code();
        underway = next.map(what -> underway.filter(known -> known.what().equals(what))
                .filter(known -> known.week().equals(week))
                .orElseGet(() -> new Underway(what, week, Optional.empty())));
        return underway.isPresent();
    }

    private Period week(Instant moment) {
        return Period.containing(Period.Kind.WEEK, moment, daytime.zone());
    }

    /// Few at a time: the memory stays as it is however many there are.
    private void step(Underway now) {
        var next = parts.database()
                .read(tx -> told.next(tx, now.what(), now.week(), now.last(), Round.TOGETHER));
        if (next.isEmpty()) {
            finish(now);
            return;
        }
        round.put(recipients(next), new Mail(now));
        underway = Optional.of(
                new Underway(now.what(), now.week(), Optional.of(next.getLast().person())));
    }

    private static List<Round.Recipient> recipients(List<SqlAnnouncementTold.Follower> some) {
        return some.stream().map(one -> new Round.Recipient(one.person(), one.language())).toList();
    }

    /// Whoever ended it meanwhile, or was erased, or has had their two of the week, is not told.
    private final class Mail implements Round.Mail {
        private final Underway now;

        Mail(Underway now) {
            this.now = now;
        }

        @Override
        public Reply write(Language language) {
            return letter.write(now.what(), language);
        }

        @Override
        public boolean tell(Tx tx, Pseudonym person) {
            return told.tell(tx, now.what(), person,
                    new SqlAnnouncementTold.Told(daytime.clock().instant(), now.week()));
        }
    }

    private void finish(Underway now) {
        parts.database().ledger().commit(tx -> {
            var at = daytime.clock().instant();
            if (told.held(tx, now.what(), now.week())) {
                announcements.rest(tx, now.what().id(), week(at).until(daytime.zone()));
                return true;
            }
            announcements.done(tx, now.what().id(), at);
            return false;
        });
        underway = Optional.empty();
    }
}
