package vn.gopy.dialogue;

import java.util.List;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.release.Period;
import vn.gopy.topic.Topic;

/// The question that is open. The compiler points to every switch when a step is added.
public sealed interface Step {
    /// Nothing is open.
    record Idle() implements Step {}

    /// May this be stored? `more` shows the long text.
    record Consent(boolean more) implements Step {}

    /// How do you find it?
    record AskMood() implements Step {}

    /// What is it about? `all` shows the topics behind "other"; `second` asks for a second one.
    record AskTopic(boolean all, boolean second) implements Step {}

    /// Where do you live? `tries` counts names that were not understood.
    record AskPlace(int tries) implements Step {}

    /// Which of these places? `about` is what was named: a unit's id, a district's slug, a former name.
    /// `lookUp` means that the resident wants to know about it, not to file under it.
    record PickPlace(Kind kind, String about, List<String> picks, int tries, boolean lookUp) implements Step {
        /// Why we ask back.
        public enum Kind {
            CONFIRM, MEANT, NAMED, SPLIT, SEVERAL, DISTRICT, OUTSIDE
        }

        public PickPlace {
            picks = List.copyOf(picks);
        }
    }

    /// Is this what you mean? Shall it be sent?
    record Review() implements Step {}

    /// What shall be changed?
    record Fix() implements Step {}

    /// Your sentence in new words, please.
    record Reword() implements Step {}

    /// A step behind an opinion that was sent.
    sealed interface OfSent extends Step {}

    /// It is sent. What else? `unit` is the new unit it was filed under, if it was one; `text` its sentence
    /// while that may be asked for, masked, else empty; `hear` whether the wish to hear of answers may be.
    record Receipted(Optional<UnitId> unit, String text, boolean hear) implements OfSent {}

    /// Do you wish to hear what becomes of it? What may still be asked is as in [Receipted].
    record MayHear(Optional<UnitId> unit, String text) implements OfSent {}

    /// May exactly this sentence of the opinion be shown as words of residents?
    record MayQuote(Optional<UnitId> unit, String text, boolean hear) implements OfSent {}

    /// Is this a question or an opinion? The words wait in `offered`.
    record AskIntent(Draft offered) implements Step {}

    /// The question in the message is answered: shall the rest be taken as an opinion?
    record OfferFeedback(Draft offered) implements Step {}

    /// What do you want to know?
    record AskQuestion() implements Step {}

    /// Is the answer clear? `claims` are the ids of what was said.
    record Answered(List<String> claims, List<String> near) implements Step {
        public Answered {
            claims = List.copyOf(claims);
            near = List.copyOf(near);
        }
    }

    /// Did you mean one of these claims? `question` is what was asked, masked; empty when it is not to be noted.
    record Suggested(List<String> claims, String question) implements Step {
        public Suggested {
            claims = List.copyOf(claims);
        }
    }

    /// There is no source for it. Shall the question be noted? It is masked and cut; empty where it may not be
    /// kept.
    record NoSource(String question) implements Step {}

    /// May exactly this question be kept, and shall its answer be told later?
    record MayNote(String question) implements Step {}

    /// A step on the way of a request to an office.
    sealed interface OfRequest extends Step {}

    /// What shall be sent to an office?
    record AskRequest() implements OfRequest {}

    /// To the office of which unit? `text` is what is to be sent, masked.
    record AskOffice(String text, int tries) implements OfRequest {}

    /// Which of these places? Its office is meant.
    record PickOffice(String text, PickPlace pick) implements OfRequest {}

    /// May exactly this be sent to the office of this unit?
    record MaySend(String text, UnitId unit, Topic topic) implements OfRequest {}

    /// A request that was sent: what is to be said to it?
    record OneRequest(long id) implements OfRequest {}

    /// May exactly this be said to that request?
    record MayAnswer(long id, String text) implements OfRequest {}

    /// A step on the way to announcements.
    sealed interface OfNews extends Step {}

    /// Of which unit do you wish to get announcements?
    record AskNews(int tries) implements OfNews {}

    /// Which of these places? Its announcements are meant.
    record PickNews(PickPlace pick) implements OfNews {}

    /// Do you wish to get these announcements? No unit means those of the province alone, no topic all.
    record MayNews(Optional<UnitId> unit, Optional<Topic> topic) implements OfNews {}

    /// About which topic alone?
    record TopicOfNews(Optional<UnitId> unit) implements OfNews {}

    /// A step on the way to an answer to a poll.
    sealed interface OfPoll extends Step {}

    /// Which of the polls that are open?
    record PickPoll() implements OfPoll {}

    /// What do you answer to this poll?
    record AskPoll(long poll) implements OfPoll {}

    /// A step on the way of a question to a dialogue session.
    sealed interface OfForum extends Step {}

    /// Which of the sessions that are open?
    record PickForum() implements OfForum {}

    /// What do you want to ask in this session?
    record AskForum(long forum) implements OfForum {}

    /// May exactly this be asked there, and shall the answer be told? `text` is masked.
    record MayAsk(long forum, String text) implements OfForum {}

    /// Which commune shall I look up?
    record LookUp(int tries) implements Step {}

    /// A step of looking up figures.
    sealed interface OfFigures extends Step {}

    /// Of which place shall I tell the figures?
    record AskFigures(Period.Kind kind, int tries) implements OfFigures {}

    /// Which of these places? Its figures are told then.
    record PickFigures(Period.Kind kind, PickPlace pick) implements OfFigures {}

    /// The figures are told. What else? `unit` is empty for the province.
    record ToldFigures(Optional<UnitId> unit, Period.Kind kind) implements OfFigures {}

    /// A poster's link named this unit. Do you want to speak about it?
    record Linked(UnitId unit) implements Step {}

    /// Do you want to stop? `was` is where "no" leads back to.
    record ConfirmStop(Step was) implements Step {}

    /// Do you want to be erased?
    record ConfirmErase(Step was) implements Step {}

    /// What do you want to take back?
    record Withdraw(Step was) implements Step {}

    /// Shall the opinion you sent be taken back and opened again?
    record FixSent(Step was) implements Step {}

    /// Which language?
    record PickLanguage(Step was) implements Step {}

    /// There is an unfinished opinion: go on, or begin anew? What was said on return waits in `pending`.
    record Resume(Draft pending) implements Step {}

    /// Whether the step belongs to the writing of an opinion.
    default boolean drafts() {
        return switch (this) {
            case Consent _,AskMood _,AskTopic _,AskPlace _,Review _,Fix _,Reword _ -> true;
            case PickPlace pick -> !pick.lookUp();
            case Idle _,Receipted _,AskIntent _,OfferFeedback _,AskQuestion _ -> false;
            case Answered _,Suggested _,NoSource _,MayNote _,LookUp _,Linked _ -> false;
            case MayQuote _,MayHear _ -> false;
            case AskFigures _,PickFigures _,ToldFigures _ -> false;
            case OfRequest _,OfNews _,OfPoll _,OfForum _ -> false;
            case ConfirmStop _,ConfirmErase _,Withdraw _,FixSent _,PickLanguage _,Resume _ -> false;
        };
    }

    /// Whether a message about something else may pass without the question coming again.
    default boolean lingers() {
        return this instanceof Idle || this instanceof Answered || this instanceof Receipted
                || this instanceof ToldFigures;
    }

    /// The step itself, or the one that a confirmation interrupted: confirmations do not pile up.
    default Step below() {
        return switch (this) {
            case ConfirmStop(var was) -> was.below();
            case ConfirmErase(var was) -> was.below();
            case Withdraw(var was) -> was.below();
            case FixSent(var was) -> was.below();
            case PickLanguage(var was) -> was.below();
            default -> this;
        };
    }
}
