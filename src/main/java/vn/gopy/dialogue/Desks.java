package vn.gopy.dialogue;

import java.util.Optional;
import java.util.function.Function;
import vn.gopy.policy.Answers;
import vn.gopy.reading.Sensitive;
import vn.gopy.release.Period;
import vn.gopy.text.Phrasebook;

/// Knows which desk is in charge of which step: what it asks, what a chosen option leads to, what words lead
/// to.
final class Desks {
    final Voice voice;
    final WelcomeDesk welcome;
    final CareDesk care;
    final Router router;
    final ReturnDesk returns;
    final FiguresDesk figures;
    final ConsentDesk consent;
    private final FeedbackDesk feedback;
    private final PlaceDesk place;
    private final ReviewDesk review;
    private final AnswerDesk answers;
    private final QuestionDesk questions;
    private final NotingDesk noting;
    private final QuoteDesk quotes;
    private final RequestDesk requests;
    final MailboxDesk mailbox;
    final HearingDesk hearing;
    private final NewsDesk news;
    private final PollDesk polls;
    private final ForumDesk forums;
    private final PrivacyDesk privacy;
    private final FrontDesk front;

    Desks(Phrasebook phrases, Dialogue.Knowledge knowledge, DialogueSettings settings) {
        var library = knowledge.library();
        voice = new Voice(phrases, settings);
        var whereabouts = new Whereabouts(voice, knowledge.places(), settings.zone(),
                new Enquiry(phrases));
        welcome = new WelcomeDesk(voice, whereabouts, settings, knowledge.offices());
        care = new CareDesk(voice, settings);
        consent = new ConsentDesk(voice, settings);
        feedback = new FeedbackDesk(voice, whereabouts);
        answers = new AnswerDesk(voice, library, new Answers(phrases, library));
        place = new PlaceDesk(voice, whereabouts, library, answers);
        figures = new FiguresDesk(voice, whereabouts, place,
                new FiguresDesk.Behind(knowledge.figures(), phrases, settings.zone()));
        var receipts = new Receipts(phrases);
        review = new ReviewDesk(voice, whereabouts, receipts);
        var behind = new RequestDesk.Behind(knowledge.reader(), knowledge.offices(), receipts, settings);
        requests = new RequestDesk(voice, whereabouts, place, behind);
        mailbox = new MailboxDesk(voice, requests, behind);
        quotes = new QuoteDesk(voice, settings, review);
        hearing = new HearingDesk(voice, settings, review);
        news = new NewsDesk(voice, whereabouts, place, settings);
        polls = new PollDesk(voice, whereabouts, settings);
        forums = new ForumDesk(voice, whereabouts, knowledge.reader(), settings);
        noting = new NotingDesk(voice, settings, knowledge.reader(), library, knowledge.offices());
        questions = new QuestionDesk(voice, library, answers, noting);
        privacy = new PrivacyDesk(voice, whereabouts,
                new PrivacyDesk.Behind(review, requests, news, polls, forums),
                settings);
        router = new Router(voice,
                new Router.Behind(welcome, feedback, privacy, figures, requests, hearing, news, polls,
                        forums));
        returns = new ReturnDesk(voice, feedback, privacy);
        front = new FrontDesk(voice, phrases,
                new FrontDesk.Behind(questions, answers, feedback, place, welcome,
                        new SmallTalk(voice, phrases)));
    }

    /// What the step asks, with its buttons.
    Question ask(Step here, Visit visit) {
        return switch (here) {
            case Step.Idle _ -> welcome.menuQuestion(visit);
            case Step.Consent step -> consent.ask(step, visit);
            case Step.AskMood _ -> feedback.askMood(visit);
            case Step.AskTopic step -> feedback.askTopic(step, visit);
            case Step.AskPlace step -> place.ask(step, visit);
            case Step.PickPlace step -> place.ask(step, visit);
            case Step.Review _ -> review.ask(visit);
            case Step.Fix _ -> review.askFix(visit);
            case Step.Reword _ -> review.askReword(visit);
            case Step.Receipted step -> review.ask(step, visit);
            case Step.AskIntent step -> questions.ask(step, visit);
            case Step.OfferFeedback step -> questions.ask(step, visit);
            case Step.AskQuestion step -> questions.ask(step, visit);
            case Step.Answered step -> answers.ask(step, visit);
            case Step.Suggested step -> questions.ask(step, visit);
            case Step.NoSource step -> noting.ask(step, visit);
            case Step.MayNote step -> noting.ask(step, visit);
            case Step.MayQuote step -> quotes.ask(step, visit);
            case Step.AskRequest step -> requests.ask(step, visit);
            case Step.AskOffice step -> requests.ask(step, visit);
            case Step.PickOffice step -> requests.ask(step, visit);
            case Step.MaySend step -> requests.ask(step, visit);
            case Step.OneRequest step -> mailbox.ask(step, visit);
            case Step.MayAnswer step -> mailbox.ask(step, visit);
            case Step.MayHear step -> hearing.ask(step, visit);
            case Step.OfNews step -> news.ask(step, visit);
            case Step.OfPoll step -> polls.ask(step, visit);
            case Step.OfForum step -> forums.ask(step, visit);
            case Step.LookUp step -> place.ask(step, visit);
            case Step.OfFigures step -> figures.ask(step, visit);
            case Step.Linked step -> welcome.ask(step, visit);
            case Step.ConfirmStop step -> privacy.ask(step, right(step, visit).isPresent(), visit);
            case Step.ConfirmErase step -> privacy.ask(step, visit);
            case Step.Withdraw step -> privacy.ask(step, visit);
            case Step.FixSent step -> returns.ask(step, visit);
            case Step.PickLanguage step -> returns.ask(step, visit);
            case Step.Resume step -> returns.ask(step, visit);
        };
    }

    /// The option of an interrupted question that "right" would have chosen.
    private Optional<Option> right(Step.ConfirmStop step, Visit visit) {
        return ask(step.was(), visit).named(voice.say(visit, "stop.right"));
    }

    /// What a chosen option leads to. The verb is one that the step's question offers.
    Turn choose(Step here, String verb, Visit visit) {
        return switch (here) {
            case Step.Consent step -> consent.choose(step, verb, visit);
            case Step.AskMood _ -> feedback.chooseMood(verb, visit);
            case Step.AskTopic step -> feedback.chooseTopic(step, verb, visit);
            case Step.AskPlace step -> place.choose(step, verb, visit);
            case Step.PickPlace step -> place.choose(step, verb, visit);
            case Step.Review _ -> review.choose(verb, visit);
            case Step.Fix _ -> review.chooseFix(verb, visit);
            case Step.Reword _ -> review.chooseReword(verb, visit);
            case Step.Receipted step -> review.choose(step, verb, visit);
            case Step.AskIntent step -> front.choose(step, verb, visit);
            case Step.OfferFeedback step -> front.choose(step, verb, visit);
            case Step.Answered step -> answers.choose(step, verb, visit);
            case Step.Suggested step -> questions.choose(step, verb, visit);
            case Step.NoSource step -> verb.equals("office")
                    ? requests.start(visit, step.question())
                    : noting.choose(step, verb, visit);
            case Step.MayNote step -> noting.choose(step, verb, visit);
            case Step.MayQuote step -> quotes.choose(step, verb, visit);
            case Step.AskRequest step -> requests.choose(step, verb, visit);
            case Step.PickOffice step -> requests.choose(step, verb, visit);
            case Step.MaySend step -> requests.choose(step, verb, visit);
            case Step.OneRequest step -> mailbox.choose(step, verb, visit);
            case Step.MayAnswer step -> mailbox.choose(step, verb, visit);
            case Step.MayHear step -> hearing.choose(step, verb, visit);
            case Step.OfNews step -> news.choose(step, verb, visit);
            case Step.OfPoll step -> polls.choose(step, verb, visit);
            case Step.OfForum step -> forums.choose(step, verb, visit);
            case Step.OfFigures step -> figures.choose(step, verb, visit);
            case Step.Linked step -> welcome.choose(step, verb, visit);
            case Step.ConfirmStop step -> choose(step, verb, visit);
            case Step.ConfirmErase step -> privacy.choose(step, verb, visit);
            case Step.Withdraw step -> privacy.choose(step, verb, visit);
            case Step.FixSent step -> returns.choose(step, verb, visit);
            case Step.Resume step -> returns.choose(step, verb, visit);
            case Step.Idle _,Step.AskQuestion _,Step.LookUp _,Step.PickLanguage _,Step.AskOffice _ ->
                throw new IllegalArgumentException("this step offers universal words only");
        };
    }

    private Turn choose(Step.ConfirmStop step, String verb, Visit visit) {
        return switch (verb) {
            case "stop" -> privacy.stopped(visit);
            case "news" -> news.ended(visit.with(visit.standing().at(step.was())));
            case "right" -> {
                var there = visit.with(visit.standing().at(step.was()));
                yield right(step, there).map(option -> choose(step.was(), option.verb(), there))
                        .orElseGet(() -> privacy.back(visit, step.was()));
            }
            default -> privacy.back(visit, step.was());
        };
    }

    /// What words lead to that name no option.
    Turn hear(Step here, Said said, Visit visit) {
        return switch (here) {
            case Step.Consent step -> passing(said, visit).orElseGet(() -> consent.hear(step, said, visit));
            case Step.AskMood _ ->
                passing(said, visit).orElseGet(() -> more(said, visit, "mood.again"));
            case Step.AskTopic _ ->
                passing(said, visit).orElseGet(() -> more(said, visit, "topic.again"));
            case Step.AskPlace step -> place(said, visit, step.tries(), false);
            case Step.PickPlace step -> place(said, visit, step.tries(), step.lookUp());
            case Step.Review _ -> passing(said, visit).orElseGet(() -> review.hear(said, visit));
            case Step.Fix _ -> passing(said, visit).orElseGet(() -> feedback.hear(said, visit, "fix.again"));
            case Step.Reword _ -> review.reword(said, visit);
            case Step.AskIntent step -> front.hear(step, said, visit);
            case Step.AskQuestion _ -> front.question(said, visit);
            case Step.LookUp step -> place(said, visit, step.tries(), true);
            case Step.AskFigures(var kind, var tries) -> figures(said, visit, kind, tries);
            case Step.PickFigures(var kind, var pick) -> figures(said, visit, kind, pick.tries());
            case Step.OfRequest step -> hear(step, said, visit);
            case Step.MayNote _ -> leave(said, visit, noting::notUnderstood);
            case Step.MayQuote _ -> leave(said, visit, quotes::notUnderstood);
            case Step.MayHear _ -> leave(said, visit, hearing::notUnderstood);
            case Step.OfNews step -> news(step, said, visit);
            case Step.OfPoll _ -> leave(said, visit, polls::notUnderstood);
            case Step.OfForum step -> forums.hear(step, said, visit).orElseGet(() -> front.hear(said, visit));
            case Step.ConfirmStop _,Step.ConfirmErase _,Step.Withdraw _,Step.FixSent _,Step.PickLanguage _,Step.Resume _ ->
                passing(said, visit).orElseGet(() -> Misses.count(visit, voice, "again"));
            case Step.Idle _,Step.Receipted _,Step.OfferFeedback _ -> front.hear(said, visit);
            case Step.Answered _,Step.Suggested _,Step.NoSource _,Step.Linked _,Step.ToldFigures _ ->
                front.hear(said, visit);
        };
    }

    /// A word or two where a leave was asked for are an answer nobody understood; more is something else.
    private Turn leave(Said said, Visit visit, Function<Visit, Turn> notUnderstood) {
        return said.words() < 3 ? notUnderstood.apply(visit) : front.hear(said, visit);
    }

    private Turn hear(Step.OfRequest here, Said said, Visit visit) {
        return switch (here) {
            case Step.AskRequest step -> requests.hear(step, said, visit);
            case Step.AskOffice(var text, var tries) -> office(said, visit, text, tries);
            case Step.PickOffice(var text, var pick) -> office(said, visit, text, pick.tries());
            case Step.MaySend step -> place.isName(said)
                    ? requests.find(said.text(), visit, step.text(), 0)
                    : requests.hear(step, said, visit);
            case Step.OneRequest step -> mailbox.awaits(step, visit)
                    ? mailbox.hear(step, said, visit)
                    : front.hear(said, visit);
            case Step.MayAnswer step -> mailbox.hear(step, said, visit);
        };
    }

    /// What must not go on as an ordinary message; a child's question is answered, and nothing kept of it.
    Optional<Turn> careful(Said said, Visit visit) {
        var answer = said.reading().sensitive() == Sensitive.YOUNG
                ? passing(said, visit)
                : Optional.<Turn>empty();
        return answer.or(() -> care.care(said, visit));
    }

    private Optional<Turn> passing(Said said, Visit visit) {
        return front.answerInPassing(said, visit);
    }

    /// A place that is named too early is noted; other words are more of the opinion.
    private Turn more(Said said, Visit visit, String again) {
        return place.isName(said) ? place.hear(said, visit, 0, false) : feedback.hear(said, visit, again);
    }

    /// A name is looked up; a sentence without one may be a question, or more of the opinion.
    private Turn place(Said said, Visit visit, int tries, boolean lookUp) {
        if (place.mayBeMeant(said)) {
            return place.hear(said, visit, tries, lookUp);
        }
        if (lookUp) {
            return front.hear(said, visit);
        }
        return passing(said, visit).orElseGet(() -> said.words() < 6
                ? place.hear(said, visit, tries, false)
                : feedback.hear(said, visit, "place.ask"));
    }

    /// A name whose figures are wanted; a sentence without one is something else.
    private Turn figures(Said said, Visit visit, Period.Kind kind, int tries) {
        return place.mayBeMeant(said)
                ? figures.find(said.text(), visit, kind, tries)
                : front.hear(said, visit);
    }

    /// A name whose announcements are wanted; a sentence without one is something else.
    private Turn news(Step.OfNews step, Said said, Visit visit) {
        if (step instanceof Step.MayNews || step instanceof Step.TopicOfNews) {
            return leave(said, visit, news::notUnderstood);
        }
        return place.mayBeMeant(said)
                ? news.find(said.text(), visit, step)
                : front.hear(said, visit);
    }

    /// A name whose office is meant; a sentence without one is more of the request.
    private Turn office(Said said, Visit visit, String text, int tries) {
        return place.mayBeMeant(said)
                ? requests.find(said.text(), visit, text, tries)
                : requests.start(visit, text + " " + said.masked());
    }

    /// The new text of a message: in an unfinished opinion it replaces the words.
    Turn edited(Said said, Visit visit) {
        var here = visit.standing();
        if (here.step().drafts() && here.hasDraft() && !visit.draft().text().isEmpty()) {
            return here.step() instanceof Step.Review
                    ? review.replace(said, visit)
                    : review.reword(said, visit);
        }
        return switch (here.step()) {
            case Step.AskIntent step ->
                front.hear(new Step.AskIntent(step.offered().worded("")), said, visit);
            case Step.MaySend step -> requests.replace(step, said, visit);
            case Step.MayAsk step -> forums.replace(step, said, visit);
            default -> visit.stay().say(voice.reply(visit, "edited.late"));
        };
    }
}
