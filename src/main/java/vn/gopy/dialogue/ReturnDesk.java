package vn.gopy.dialogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.gopy.feedback.Feedback;
import vn.gopy.reading.Intent;

/// Receives those who come back to something unfinished or already sent. Nothing is ever sent by a timer.
final class ReturnDesk {
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final Voice voice;
    private final FeedbackDesk feedback;
    private final PrivacyDesk privacy;

    ReturnDesk(Voice voice, FeedbackDesk feedback, PrivacyDesk privacy) {
        this.voice = voice;
        this.feedback = feedback;
        this.privacy = privacy;
    }

    /// After a long silence, words that may or may not belong to an unfinished opinion lead to the question
    /// whether to go on.
    Optional<Turn> afterSilence(Said said, Visit visit) {
        var here = visit.standing();
        boolean silent = here.heardAt().plus(SILENCE).isBefore(visit.now());
        if (!silent || !here.hasDraft() || !here.step().drafts()
                || said.reading().intent() == Intent.QUESTION) {
            return Optional.empty();
        }
        return Optional.of(visit.to(new Step.Resume(said.addedTo(Draft.empty(visit.now())))));
    }

    Question ask(Step.Resume step, Visit visit) {
        return Question.of(voice.say(visit, "resume.ask"), List.of(
                List.of(voice.option(visit, "go", "resume.go"), voice.option(visit, "anew", "resume.anew"))));
    }

    Turn choose(Step.Resume step, String verb, Visit visit) {
        if (verb.equals("go")) {
            return step.pending().text().isEmpty()
                    ? Path.onward(visit, visit.draft())
                    : feedback.opinion(visit, step.pending());
        }
        var anew = visit.with(visit.standing().withoutDraft());
        return step.pending().text().isEmpty()
                ? feedback.begin(anew)
                : feedback.opinion(anew, step.pending());
    }

    Question ask(Step.FixSent step, Visit visit) {
        return Question.of(voice.say(visit, "fix-sent.ask"), List.of(
                List.of(voice.option(visit, "reopen", "fix-sent.yes"),
                        voice.option(visit, "keep", "withdraw.keep"))));
    }

    /// Takes the sent opinion back and opens it as a draft.
    Turn choose(Step.FixSent step, String verb, Visit visit) {
        if (verb.equals("keep") || visit.resident().filed() == 0) {
            return privacy.back(visit, step.was());
        }
        var draft = reopened(visit.resident().latest().getFirst(), visit);
        return Turn.to(visit.standing().with(draft).at(new Step.Fix()))
                .say(voice.reply(visit, "fix-sent.done"))
                .record(new Event.FeedbackWithdrawn());
    }

    private static Draft reopened(Feedback sent, Visit visit) {
        return new Draft(sent.mood(), true, Optional.of(sent.topic()), true, sent.second(),
                Optional.of(sent.place()),
                sent.text().orElse(""), sent.guessedMood(), sent.guessedTopic(), sent.onBehalf(),
                visit.now());
    }

    Question ask(Step.PickLanguage step, Visit visit) {
        return Question.of(voice.say(visit, "language.ask"),
                List.of(List.of(voice.word(visit, Word.VI), voice.word(visit, Word.EN))));
    }
}
