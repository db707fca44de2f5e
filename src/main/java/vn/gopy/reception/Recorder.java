package vn.gopy.reception;

import java.time.Instant;
import vn.gopy.answer.Noted;
import vn.gopy.answer.SqlAnnouncementTold;
import vn.gopy.answer.SqlQuestions;
import vn.gopy.answer.SqlThemeTold;
import vn.gopy.chat.Incoming;
import vn.gopy.db.Tx;
import vn.gopy.dialogue.Event;
import vn.gopy.feedback.Consent;
import vn.gopy.feedback.SqlConsents;
import vn.gopy.feedback.SqlFeedbackBook;
import vn.gopy.feedback.SqlFollows;
import vn.gopy.feedback.SqlHearConsents;
import vn.gopy.feedback.SqlQuoteConsents;
import vn.gopy.forum.SqlForumQuestions;
import vn.gopy.outbox.Outbox;
import vn.gopy.poll.SqlPollAnswers;
import vn.gopy.vault.Person;
import vn.gopy.vault.PersonKey;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Writes the events of a turn into the books, within the turn's transaction.
final class Recorder {
    private final Vault vault;
    private final SqlPeople people;
    private final SqlSessions sessions;
    private final SqlFeedbackBook book;
    private final SqlQuestions questions;
    private final SqlQuoteConsents quotes;
    private final Requests requests;
    private final SqlHearConsents wishes = new SqlHearConsents();
    private final SqlThemeTold told = new SqlThemeTold();
    private final SqlFollows follows = new SqlFollows();
    private final SqlAnnouncementTold announced = new SqlAnnouncementTold();
    private final SqlPollAnswers polls = new SqlPollAnswers();
    private final SqlForumQuestions forums;
    private final SqlConsents consents = new SqlConsents();
    private final SqlCounters counters = new SqlCounters();
    private final SqlScrub scrubs = new SqlScrub();
    private final Outbox outbox;

    Recorder(Vault vault, Outbox outbox) {
        this.vault = vault;
        this.outbox = outbox;
        people = new SqlPeople(vault);
        sessions = new SqlSessions(vault);
        book = new SqlFeedbackBook(vault);
        questions = new SqlQuestions(vault);
        quotes = new SqlQuoteConsents(vault);
        requests = new Requests(vault);
        forums = new SqlForumQuestions(vault);
    }

    /// What an event is recorded for.
    record Occasion(Person person, Incoming incoming, SqlHeard.Marks marks, Instant now) {}

    void record(Tx tx, Event event, Occasion occasion) {
        var pid = occasion.person().pid();
        switch (event) {
            case Event.ConsentGiven given -> consents.give(tx, pid,
                    new Consent(given.version(), given.purposes(),
                            given.textHash(), occasion.now(), occasion.incoming().from().channel()),
                    occasion.marks().evidence());
            case Event.ConsentWithdrawn _ -> withdrawConsent(tx, pid, occasion.now());
            case Event.FeedbackFiled(var feedback, var receipt) ->
                book.file(tx, occasion.person(), feedback, vault.mark("receipt", receipt));
            case Event.QuestionNoted noted -> note(tx, noted, occasion);
            case Event.QuoteAllowed allowed -> allow(tx, allowed, occasion);
            case Event.QuotesWithdrawn _ -> quotes.withdraw(tx, pid);
            case Event.RequestSent sent -> requests.file(tx, sent, occasion);
            case Event.RequestReplied replied -> requests.reply(tx, replied, occasion);
            case Event.RequestReopened opened -> requests.reopen(tx, opened, occasion);
            case Event.RequestJudged judged -> requests.judge(tx, pid, judged);
            case Event.RequestRated rated -> requests.rate(tx, pid, rated);
            case Event.RequestsWithdrawn _ -> withdrawRequests(tx, pid);
            case Event.HearingWished wished -> wish(tx, wished, occasion);
            case Event.AnswerJudged(var answer, var fits) -> told.judge(tx, pid, answer, fits);
            case Event.HearingEnded _ -> wishes.withdraw(tx, pid);
            case Event.NewsWished wished -> follow(tx, wished, occasion);
            case Event.NewsEnded _ -> follows.end(tx, pid);
            case Event.PollAnswered answered -> answer(tx, answered, occasion);
            case Event.PollWithdrawn(var poll) -> polls.withdraw(tx, poll, pid);
            case Event.ForumAsked asked -> ask(tx, asked, occasion);
            case Event.ForumsWithdrawn _ -> forums.erase(tx, pid);
            case Event.FeedbackWithdrawn _ -> book.withdrawLast(tx, pid);
            case Event.Erased _ -> erase(tx, pid, occasion.now());
            case Event.Counted(var what) -> counters.count(tx, what, occasion.now());
        }
    }

    private void withdrawConsent(Tx tx, Pseudonym pid, Instant now) {
        consents.withdraw(tx, pid, now);
        book.erase(tx, pid);
        questions.erase(tx, pid);
        requests.erase(tx, pid);
        told.erase(tx, pid);
        follows.end(tx, pid);
        announced.erase(tx, pid);
        polls.erase(tx, pid);
        forums.erase(tx, pid);
        outbox.erase(tx, pid); // a waiting letter may quote what they asked
    }

    private void note(Tx tx, Event.QuestionNoted noted, Occasion occasion) {
        var question = noted.question();
        questions.note(tx, occasion.person(),
                new Noted(question.askedAt(), question.text(), question.language(), question.wishesToHear(),
                        noted.library()),
                new Consent(noted.version(), "questions", noted.textHash(), occasion.now(),
                        occasion.incoming().from().channel()),
                occasion.marks().evidence());
    }

    private void allow(Tx tx, Event.QuoteAllowed allowed, Occasion occasion) {
        quotes.give(tx, occasion.person(), allowed.text(),
                new Consent(allowed.version(), "quotes", allowed.textHash(), occasion.now(),
                        occasion.incoming().from().channel()),
                occasion.marks().evidence());
    }

    private void withdrawRequests(Tx tx, Pseudonym pid) {
        requests.erase(tx, pid);
        outbox.erase(tx, pid); // a waiting letter may quote what they sent
    }

    private void wish(Tx tx, Event.HearingWished wished, Occasion occasion) {
        wishes.give(tx, occasion.person().pid(), wished.language(),
                new Consent(wished.version(), "answers", wished.textHash(), occasion.now(),
                        occasion.incoming().from().channel()),
                occasion.marks().evidence());
    }

    private void follow(Tx tx, Event.NewsWished wished, Occasion occasion) {
        follows.give(tx, occasion.person().pid(),
                new SqlFollows.Wish(wished.what().unit(), wished.what().topic(), wished.language()),
                new Consent(wished.version(), "announcements", wished.textHash(), occasion.now(),
                        occasion.incoming().from().channel()),
                occasion.marks().evidence());
    }

    private void answer(Tx tx, Event.PollAnswered answered, Occasion occasion) {
        boolean given = polls.give(tx, occasion.person().pid(),
                new SqlPollAnswers.Answer(answered.poll(), answered.choice(), answered.order()),
                new Consent(answered.version(), "polls", answered.textHash(), occasion.now(),
                        occasion.incoming().from().channel()),
                occasion.marks().evidence());
        if (!given) { // it ended since it was read: the message is heard again
            throw new SessionMoved();
        }
    }

    private void ask(Tx tx, Event.ForumAsked asked, Occasion occasion) {
        boolean kept = forums.ask(tx, occasion.person(),
                new SqlForumQuestions.Asking(asked.forum(), asked.text(), asked.language(),
                        asked.wishesToHear()),
                new Consent(asked.version(), "sessions", asked.textHash(), occasion.now(),
                        occasion.incoming().from().channel()),
                occasion.marks().evidence());
        if (!kept) { // it closed since it was read: the message is heard again
            throw new SessionMoved();
        }
    }

    /// Deletes all that is kept of a resident, in one transaction; the file is scrubbed afterwards
    /// (contracts.md P6). False when nothing was kept.
    boolean erase(Tx tx, Pseudonym pid, Instant now) {
        int rows = book.erase(tx, pid) + questions.erase(tx, pid) + requests.erase(tx, pid)
                + told.erase(tx, pid) + follows.end(tx, pid) + announced.erase(tx, pid) + polls.erase(tx, pid)
                + forums.erase(tx, pid) + sessions.erase(tx, pid) + people.erase(tx, pid, now);
        consents.erase(tx, pid);
        outbox.erase(tx, pid);
        scrubs.ask(tx);
        if (rows > 0) {
            counters.count(tx, "erased", now);
        }
        return rows > 0;
    }

    /// A new key for somebody who was erased, so that the confirmation can reach them.
    PersonKey newKey() {
        return vault.newKey();
    }
}
