package vn.gopy.dialogue;

import java.util.OptionalLong;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.text.Language;

/// Obeys universal words, before any step sees them. None of them sends, erases or stops without asking.
final class Router {
    private final Voice voice;
    private final WelcomeDesk welcome;
    private final FeedbackDesk feedback;
    private final PrivacyDesk privacy;
    private final FiguresDesk figures;
    private final RequestDesk requests;
    private final HearingDesk hearing;
    private final NewsDesk news;
    private final PollDesk polls;
    private final ForumDesk forums;

    /// The desks behind this one.
    record Behind(WelcomeDesk welcome, FeedbackDesk feedback, PrivacyDesk privacy, FiguresDesk figures,
            RequestDesk requests, HearingDesk hearing, NewsDesk news,
            PollDesk polls, ForumDesk forums) {}

    Router(Voice voice, Behind desks) {
        this.voice = voice;
        this.welcome = desks.welcome();
        this.feedback = desks.feedback();
        this.privacy = desks.privacy();
        this.figures = desks.figures();
        this.requests = desks.requests();
        this.hearing = desks.hearing();
        news = desks.news();
        polls = desks.polls();
        forums = desks.forums();
    }

    Turn obey(Word word, Visit visit) {
        return switch (word) {
            case START -> welcome.greet(visit);
            case MENU -> welcome.menu(visit);
            case GOPY -> speak(visit);
            case HOI -> visit.to(new Step.AskQuestion());
            case XAMOI -> visit.to(new Step.LookUp(0));
            case SUA -> change(visit);
            case HUY -> cancel(visit);
            case DUNG -> stop(visit);
            case XOA -> erase(visit);
            case RUTLAI -> visit.to(new Step.Withdraw(visit.standing().step().below()));
            case DULIEU -> aside(visit, privacy.data(visit));
            case BIENNHAN -> aside(visit, privacy.receipt(visit));
            case GUIXA -> requests.begin(visit);
            case TONGHOP -> figures.own(visit);
            case TRALOIDUNGY -> hearing.judged(visit, OptionalLong.empty(), true);
            case CHUADUNGY -> hearing.judged(visit, OptionalLong.empty(), false);
            case DUNGBAONUA -> hearing.ended(visit);
            case NHANTIN -> news.begin(visit);
            case TATTIN -> news.ended(visit);
            case THAMDO -> polls.begin(visit);
            case DOITHOAI -> forums.begin(visit);
            case RIENGTU -> aside(visit, privacy.privacy(visit));
            case GIUP -> aside(visit, welcome.help(visit));
            case NGONNGU -> visit.to(new Step.PickLanguage(visit.standing().step().below()));
            case EN -> switchTo(Language.ENGLISH, visit);
            case VI -> switchTo(Language.VIETNAMESE, visit);
        };
    }

    /// Says something aside; an open question comes again behind it.
    static Turn aside(Visit visit, Reply reply) {
        var step = visit.standing().step();
        return (step.lingers() ? visit.stay() : visit.to(step)).say(reply);
    }

    private Turn speak(Visit visit) {
        if (visit.standing().step() instanceof Step.AskIntent(var offered)) {
            return feedback.opinion(visit, offered);
        }
        if (!visit.standing().hasDraft()) {
            return feedback.begin(visit);
        }
        return visit.standing().step().drafts()
                ? visit.to(visit.standing().step())
                : visit.to(new Step.Resume(Draft.empty(visit.now())));
    }

    private Turn change(Visit visit) {
        if (visit.standing().hasDraft()) {
            return visit.to(new Step.Fix());
        }
        return visit.resident().filed() == 0
                ? aside(visit, voice.reply(visit, "fix.nothing"))
                : visit.to(new Step.FixSent(visit.standing().step().below()));
    }

    private Turn cancel(Visit visit) {
        boolean dropped = visit.standing().hasDraft();
        return Turn.to(visit.standing().withoutDraft().at(new Step.Idle()))
                .say(voice.reply(visit, dropped ? "cancelled" : "cancelled.nothing"));
    }

    private Turn stop(Visit visit) {
        return visit.standing().step() instanceof Step.ConfirmStop
                ? privacy.stopped(visit)
                : visit.to(new Step.ConfirmStop(visit.standing().step().below()));
    }

    /// The word typed a second time confirms. The button of the word never does: a double tap would erase
    /// before anybody read the question.
    private Turn erase(Visit visit) {
        if (!(visit.standing().step() instanceof Step.ConfirmErase step)) {
            return visit.to(new Step.ConfirmErase(visit.standing().step().below()));
        }
        return visit.incoming().content() instanceof Incoming.Pressed
                ? visit.stay().say(privacy.ask(step, visit).reply(visit.standing()))
                : privacy.erased(visit);
    }

    /// Speaks another language from now on; the open question comes again in it, or the menu.
    Turn switchTo(Language language, Visit visit) {
        var there = visit.in(language).with(visit.standing().speaking(language));
        var reply = voice.reply(there, "language.set");
        var step = visit.standing().step().below();
        return step.lingers()
                ? Turn.to(there.standing().at(step))
                        .say(welcome.menuQuestion(there).saying(reply.text()).reply(there.standing()))
                : there.to(step).say(reply);
    }
}
