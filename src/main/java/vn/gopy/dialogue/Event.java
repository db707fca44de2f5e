package vn.gopy.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import vn.gopy.feedback.Feedback;
import vn.gopy.text.Language;

/// A fact that a turn brings about and that must be recorded with it.
public sealed interface Event {
    /// The resident agreed. `version` and `textHash` (SHA-256, hexadecimal) name the text they saw.
    record ConsentGiven(String version, String textHash, String purposes) implements Event {}

    /// The resident took their consent back: nothing new is stored, what is not yet published is deleted,
    /// kept questions, requests and waiting letters too.
    record ConsentWithdrawn() implements Event {}

    /// The resident sent an opinion. `receipt` is the three-word code they were given.
    record FeedbackFiled(Feedback feedback, String receipt) implements Event {}

    /// The resident withdrew the last opinion that is not yet published.
    record FeedbackWithdrawn() implements Event {}

    /// The resident lets us keep a question that has no source in this version of the library. `version`
    /// and `textHash` name the words in which they were asked, as in [ConsentGiven].
    record QuestionNoted(NotedQuestion question, String library, String version, String textHash)
            implements
                Event {}

    /// The resident lets exactly this sentence, that of their last opinion, be shown as words of residents.
    /// `version` and `textHash` name the words in which they were asked, as in [ConsentGiven].
    record QuoteAllowed(String text, String version, String textHash) implements Event {
        /// Without the sentence.
        @Override
        public String toString() {
            return "quote allowed";
        }
    }

    /// The resident takes back every such leave: what is shown goes, what waits too.
    record QuotesWithdrawn() implements Event {}

    /// The resident sent a request to an office. `receipt` is the three-word code they were given; `version`
    /// and `textHash` name the words in which they were asked, as in [ConsentGiven].
    record RequestSent(SentRequest request, String receipt, String version,
            String textHash) implements Event {}

    /// The resident answers what the office asked back; `due` is the last day to answer from now on.
    record RequestReplied(long id, String text, LocalDate on, LocalDate due) implements Event {
        /// Without what was said.
        @Override
        public String toString() {
            return "request replied";
        }
    }

    /// The resident opens an answered request again, with more words or none.
    record RequestReopened(long id, String text, LocalDate on, LocalDate due) implements Event {
        /// Without what was said.
        @Override
        public String toString() {
            return "request reopened";
        }
    }

    /// The resident says whether the answer solved it.
    record RequestJudged(long id, boolean solved) implements Event {}

    /// The resident gives the answer a mark from 1 to 5.
    record RequestRated(long id, int rating) implements Event {}

    /// The resident takes back all their requests: they go, with all that was said about them.
    record RequestsWithdrawn() implements Event {}

    /// The resident wishes to hear what becomes of the subject of their last opinion. `version` and
    /// `textHash` name the words in which they were asked, as in [ConsentGiven].
    record HearingWished(Language language, String version, String textHash) implements Event {}

    /// The resident says whether an answer meets their point: that of this number, or the last they were told.
    record AnswerJudged(OptionalLong answer, boolean fits) implements Event {}

    /// The resident wishes to hear of no answers any more.
    record HearingEnded() implements Event {}

    /// The resident wishes to get these announcements, and no others than these. `version` and `textHash` name
    /// the words in which they were asked, as in [ConsentGiven].
    record NewsWished(Followed what, Language language, String version, String textHash) implements Event {}

    /// The resident wishes to get no announcements any more.
    record NewsEnded() implements Event {}

    /// The resident answers a poll, or answers it otherwise than before. `order` holds the options in the order in
    /// which they were shown; `version` and `textHash` name the words, as in [ConsentGiven].
    record PollAnswered(long poll, int choice, List<Integer> order, String version, String textHash)
            implements
                Event {
        public PollAnswered {
            order = List.copyOf(order);
        }
    }

    /// The resident takes their answer to a poll back.
    record PollWithdrawn(long poll) implements Event {}

    /// The resident asks a question in a dialogue session. `version` and `textHash` name the words in which they were
    /// asked, as in [ConsentGiven].
    record ForumAsked(long forum, String text, Language language, boolean wishesToHear, String version,
            String textHash) implements Event {
        /// Without what is asked.
        @Override
        public String toString() {
            return "asked in a session";
        }
    }

    /// The resident takes back all their questions to sessions.
    record ForumsWithdrawn() implements Event {}

    /// The resident asked to be erased: feedback, questions, requests, session, consent, outbox.
    record Erased() implements Event {}

    /// Something happened that only a counter remembers: `crisis`, `accusation`, `consent.refused`,
    /// `question.none` …
    record Counted(String what) implements Event {}
}
