package vn.gopy.dialogue;

import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.policy.Finding;
import vn.gopy.reading.Intent;
import vn.gopy.reading.Sentiment;
import vn.gopy.text.Phrasebook;

/// Hears words when no question is open, or when they do not answer it: a question, an opinion, both, a
/// place, a greeting.
final class FrontDesk {
    private static final int LONG = 8;

    private final Voice voice;
    private final QuestionDesk questions;
    private final AnswerDesk answers;
    private final FeedbackDesk feedback;
    private final PlaceDesk places;
    private final WelcomeDesk welcome;
    private final SmallTalk smallTalk;
    private final List<String> cues;

    /// The desks behind this one.
    record Behind(QuestionDesk questions, AnswerDesk answers, FeedbackDesk feedback, PlaceDesk places,
            WelcomeDesk welcome, SmallTalk smallTalk) {}

    FrontDesk(Voice voice, Phrasebook phrases, Behind desks) {
        this.voice = voice;
        this.cues = phrases.languages().stream()
                .flatMap(language -> Plain.list(phrases.raw(language, "front.asks")).stream())
                .map(cue -> " " + cue.folded() + " ").distinct().toList();
        this.questions = desks.questions();
        this.answers = desks.answers();
        this.feedback = desks.feedback();
        this.places = desks.places();
        this.welcome = desks.welcome();
        this.smallTalk = desks.smallTalk();
    }

    /// Words with no question open.
    Turn hear(Said said, Visit visit) {
        var chat = smallTalk.answer(said, visit);
        if (chat.isPresent()) {
            return visit.stay().say(chat.get());
        }
        var name = places.lookedUp(said);
        if (name.isPresent()) {
            return places.hear(name.get(), visit, 0, true);
        }
        return switch (said.reading().intent()) {
            case FEEDBACK -> said.words() > 1 ? opinion(said, visit) : unclear(said, visit);
            case QUESTION -> maybeQuestion(said, visit);
            case GREETING -> welcome.greet(visit);
            case COMMAND, OTHER, UNSURE -> unclear(said, visit);
        };
    }

    /// An opinion; when a question stands in it that the library answers, that comes first.
    private Turn opinion(Said said, Visit visit) {
        if (asks(said) && questions.find(visit, said.text()) instanceof Finding.Answer answer
                && answer.sure()) {
            return said.words() >= LONG && feels(said)
                    ? both(said, visit, answer)
                    : questions.tell(visit, answer, said.masked());
        }
        if (said.reading().topic().isEmpty() && said.reading().sentiment() == Sentiment.UNSURE) {
            return visit.to(new Step.AskIntent(said.addedTo(Draft.empty(visit.now()))));
        }
        return feedback.opinion(visit, said);
    }

    /// What reads like a question; without a word that asks, and without an answer, it may as well be an
    /// opinion.
    private Turn maybeQuestion(Said said, Visit visit) {
        var finding = questions.find(visit, said.text());
        if (said.words() < LONG || asks(said) || finding.sure()) {
            return question(said, visit, finding);
        }
        return visit.to(new Step.AskIntent(said.addedTo(Draft.empty(visit.now()))));
    }

    private boolean asks(Said said) {
        if (said.text().indexOf('?') >= 0) {
            return true;
        }
        var words = " " + Plain.of(said.text()).folded() + " ";
        for (var cue : cues) {
            if (words.contains(cue)) {
                return true;
            }
        }
        return false;
    }

    /// A question; a long one with feeling in it may be an opinion too.
    Turn question(Said said, Visit visit) {
        return question(said, visit, questions.find(visit, said.text()));
    }

    private Turn question(Said said, Visit visit, Finding finding) {
        if (finding instanceof Finding.Answer answer && said.words() >= LONG && feels(said)) {
            return both(said, visit, answer);
        }
        return questions.tell(visit, finding, said.masked());
    }

    /// Whether there is more in it than a question: a feeling about a topic, or a sentence behind the
    /// question mark.
    private static boolean feels(Said said) {
        var sentiment = said.reading().sentiment();
        return (said.reading().topic().isPresent()
                && (sentiment == Sentiment.NEG || sentiment == Sentiment.POS
                        || sentiment == Sentiment.MIXED))
                || goesOn(said.text());
    }

    private static boolean goesOn(String text) {
        int mark = text.indexOf('?');
        return mark >= 0
                && text.substring(mark + 1).strip().chars().filter(Character::isWhitespace).count() >= 2;
    }

    private Turn both(Said said, Visit visit, Finding.Answer answer) {
        var offered = said.addedTo(Draft.empty(visit.now()));
        var about = answer.claims().getFirst().id();
        return visit.with(visit.standing().about(about)).to(new Step.OfferFeedback(offered))
                .say(Reply.of(answers.inPassing(visit, answer.claims())))
                .record(new Event.Counted("question.answered"));
    }

    /// Neither clearly a question nor an opinion: what the library or the map knows, else we ask.
    private Turn unclear(Said said, Visit visit) {
        var finding = questions.find(visit, said.text());
        if (finding.sure()) {
            return questions.tell(visit, finding, said.masked());
        }
        if (said.reading().intent() == Intent.UNSURE && said.words() >= 3) {
            return visit.to(new Step.AskIntent(said.addedTo(Draft.empty(visit.now()))));
        }
        return finding instanceof Finding.None
                ? lost(visit)
                : questions.tell(visit, finding, said.masked());
    }

    private Turn lost(Visit visit) {
        return visit.standing().misses() > 0
                ? welcome.menu(visit)
                : Turn.to(visit.standing().missed()).say(voice.reply(visit, "front.lost"));
    }

    /// Words where a question of ours is open and awaits none of them: what the library surely knows is
    /// answered, and the open question comes again.
    Optional<Turn> answerInPassing(Said said, Visit visit) {
        if (said.reading().intent() != Intent.QUESTION
                || !(questions.find(visit, said.text()) instanceof Finding.Answer answer && answer.sure())) {
            return Optional.empty();
        }
        var here = visit.standing().about(answer.claims().getFirst().id());
        return Optional.of(visit.with(here).to(here.step())
                .say(Reply.of(answers.inPassing(visit, answer.claims())))
                .record(new Event.Counted("question.answered")));
    }

    /// More words while we ask what the first ones were: together they may tell.
    Turn hear(Step.AskIntent step, Said said, Visit visit) {
        return switch (said.reading().intent()) {
            case FEEDBACK -> feedback.opinion(visit, said.addedTo(step.offered()));
            case QUESTION -> question(said, visit);
            case COMMAND, GREETING, OTHER, UNSURE ->
                visit.to(new Step.AskIntent(said.addedTo(step.offered())));
        };
    }

    Turn choose(Step.AskIntent step, String verb, Visit visit) {
        return verb.equals("opinion")
                ? feedback.opinion(visit, step.offered())
                : questions.tell(visit, questions.find(visit, step.offered().text()),
                        step.offered().text());
    }

    Turn choose(Step.OfferFeedback step, String verb, Visit visit) {
        return verb.equals("yes")
                ? feedback.opinion(visit, step.offered())
                : visit.to(new Step.Idle()).say(voice.reply(visit, "intent.not-kept"));
    }
}
