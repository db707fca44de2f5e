package vn.gopy.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import vn.gopy.feedback.Feedback;

/// What a desk may know of the resident in front of it.
///
/// @param consented whether they agreed to the text that is in force now
/// @param filed     how many opinions of theirs are kept
/// @param kept      looks up what else is kept of them, for those who ask
/// @param seed      a number of theirs that orders faces and topics, the same at every visit
/// @param newcomer  whether this is their first message
public record Resident(boolean consented, int filed, Kept kept, long seed, boolean newcomer) {
    /// How many of the newest opinions are known.
    public static final int LATEST = 5;

    /// What is kept of a resident, looked up at each call.
    ///
    /// @param opinions the newest of them, newest first, at most five, with their own text
    /// @param asked    the questions of theirs that are kept, newest first, with their own text
    /// @param quotes   how many sentences of theirs may be shown as words of residents
    /// @param sent     the requests of theirs that are kept, newest first, with their own text
    /// @param wishes   of how many opinions they wish to hear what became of them
    /// @param told     whether an answer to a theme was ever carried to them
    /// @param news     which announcements they wish to get
    /// @param polls    the polls that are open, and those of which an answer of theirs is kept
    /// @param forums   the dialogue sessions that are open, and those in which a question of theirs is kept
    public record Kept(Supplier<List<Feedback>> opinions, Supplier<List<NotedQuestion>> asked,
            IntSupplier quotes, Supplier<List<OwnRequest>> sent, IntSupplier wishes, BooleanSupplier told,
            Supplier<Optional<Followed>> news, Supplier<List<KnownPoll>> polls,
            Supplier<List<KnownForum>> forums) {}

    /// Their newest opinions, newest first, with their own text; looked up at each call.
    public List<Feedback> latest() {
        return kept.opinions().get();
    }

    /// Their questions without a source, newest first; looked up at each call.
    public List<NotedQuestion> questions() {
        return kept.asked().get();
    }

    /// How many sentences of theirs may be shown as words of residents; looked up at each call.
    public int quoted() {
        return kept.quotes().getAsInt();
    }

    /// Their requests to offices, newest first; looked up at each call.
    public List<OwnRequest> requests() {
        return kept.sent().get();
    }

    /// Of how many opinions they wish to hear what became of them; looked up at each call.
    public int wishes() {
        return kept.wishes().getAsInt();
    }

    /// Whether an answer to a theme was ever carried to them; looked up at each call.
    public boolean told() {
        return kept.told().getAsBoolean();
    }

    /// Which announcements they wish to get; empty for none; looked up at each call.
    public Optional<Followed> followed() {
        return kept.news().get();
    }

    /// The polls that are open, and those of which an answer of theirs is kept; looked up at each call.
    public List<KnownPoll> polls() {
        return kept.polls().get();
    }

    /// The dialogue sessions that are open, and those in which a question of theirs is kept; looked up at each call.
    public List<KnownForum> forums() {
        return kept.forums().get();
    }

    /// The resident after their first message.
    public Resident met() {
        return new Resident(consented, filed, kept, seed, false);
    }

    /// The resident after an event; empty when it changes more than can be told from here.
    public Optional<Resident> after(Event event) {
        return switch (event) {
            case Event.ConsentGiven _ -> Optional.of(new Resident(true, filed, kept, seed, newcomer));
            case Event.FeedbackFiled _ ->
                Optional.of(new Resident(consented, filed + 1, kept, seed, newcomer));
            case Event.QuestionNoted _,Event.Counted _ -> Optional.of(this);
            case Event.QuoteAllowed _,Event.QuotesWithdrawn _ -> Optional.of(this);
            case Event.RequestSent _,Event.RequestReplied _,Event.RequestReopened _ -> Optional.of(this);
            case Event.RequestJudged _,Event.RequestRated _,Event.RequestsWithdrawn _ -> Optional.of(this);
            case Event.HearingWished _,Event.AnswerJudged _,Event.HearingEnded _ -> Optional.of(this);
            case Event.NewsWished _,Event.NewsEnded _ -> Optional.of(this);
            case Event.PollAnswered _,Event.PollWithdrawn _ -> Optional.of(this);
            case Event.ForumAsked _,Event.ForumsWithdrawn _ -> Optional.of(this);
            case Event.ConsentWithdrawn _,Event.FeedbackWithdrawn _,Event.Erased _ -> Optional.empty();
        };
    }
}
