package vn.gopy.forum;

import java.util.Optional;
import vn.gopy.answer.Round;
import vn.gopy.chat.Reply;
import vn.gopy.db.Tx;
import vn.gopy.text.Language;
import vn.gopy.vault.Pseudonym;

/// Carries published answers back to those who asked and wished to hear, each once, by day.
public final class ForumPost {
    private final Round.Parts parts;
    private final ForumLetter letter;
    private final Round round;
    private final SqlForums forums = new SqlForums();
    private final SqlForumGroups groups = new SqlForumGroups();
    private final SqlForumQuestions questions;
    /// The one under way, and who was looked at last; one thread alone uses it.
    private Optional<Underway> underway = Optional.empty();

    public ForumPost(Round.Parts parts, ForumLetter letter) {
        this.parts = parts;
        this.letter = letter;
        round = new Round(parts);
        questions = new SqlForumQuestions(parts.vault());
    }

    private record Underway(Forum forum, ForumGroup group, Optional<Pseudonym> last) {}

    /// Puts letters while few wait; for one thread, about every second.
    public void look() {
        while (round.mayPut() && begun()) {
            step(underway.orElseThrow());
        }
    }

    private boolean begun() {
        if (underway.isEmpty()) {
            underway = parts.database().read(tx -> groups.underway(tx)
                    .flatMap(group -> forums.find(tx, group.forum())
                            .map(forum -> new Underway(forum, group, Optional.empty()))));
        }
        return underway.isPresent();
    }

    /// Few at a time: the memory stays as it is however many there are.
    private void step(Underway now) {
        var next = parts.database().read(tx -> questions.next(tx, now.group(), now.last(), Round.TOGETHER));
        if (next.isEmpty()) {
            parts.database().ledger().commit(tx -> {
                groups.done(tx, now.group());
                return true;
            });
            underway = Optional.empty();
            return;
        }
        round.put(next, new Mail(now));
        underway = Optional.of(new Underway(now.forum(), now.group(), Optional.of(next.getLast().person())));
    }

    /// Whoever took their question back meanwhile, or was erased, is not told.
    private final class Mail implements Round.Mail {
        private final Underway now;

        Mail(Underway now) {
            this.now = now;
        }

        @Override
        public Reply write(Language language) {
            return letter.write(now.forum(), now.group(), language);
        }

        @Override
        public boolean tell(Tx tx, Pseudonym person) {
            return questions.tell(tx, now.group(), person, parts.daytime().clock().instant());
        }
    }
}
