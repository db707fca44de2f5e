package vn.gopy.dialogue;

import java.util.List;
import java.util.Map;
import vn.gopy.feedback.Feedback;

/// Asks whether the sentence of an opinion may be shown as words of residents: a consent of its own, for
/// exactly the sentence that is shown, asked after the opinion is sent and never chosen beforehand
/// (contracts.md P5, P11).
final class QuoteDesk {
    private final Voice voice;
    private final DialogueSettings settings;
    private final ReviewDesk review;

    QuoteDesk(Voice voice, DialogueSettings settings, ReviewDesk review) {
        this.voice = voice;
        this.settings = settings;
        this.review = review;
    }

    /// The sentence that may be asked for; empty for none. Who filed for others cannot agree for them.
    static String mayBeAsked(Feedback feedback) {
        return feedback.onBehalf() ? "" : feedback.text().orElse("");
    }

    Question ask(Step.MayQuote step, Visit visit) {
        return Question.of(shown(visit, step.text()), List.of(
                List.of(voice.option(visit, "allow", "quote.allow"),
                        voice.option(visit, "refuse", "quote.refuse"))))
                .surely();
    }

    private String shown(Visit visit, String text) {
        return voice.say(visit, "quote.ask",
                Map.of("text", text, "keep", voice.say(visit, settings.keep())));
    }

    Turn choose(Step.MayQuote step, String verb, Visit visit) {
        boolean allowed = verb.equals("allow");
        var after = new Step.Receipted(step.unit(), allowed ? "" : step.text(), step.hear());
        var next = visit.standing().at(after);
        var turn = Turn.to(next).say(review.ask(after, visit)
                .saying(voice.say(visit, allowed ? "quote.allowed" : "quote.refused")).surely().reply(next));
        // the hash is of the words around the sentence: of the sentence itself it would tell too much
        return allowed
                ? turn.record(new Event.QuoteAllowed(step.text(), settings.consentVersion(),
                        ConsentDesk.hash(shown(visit, "…"))))
                : turn.record(new Event.Counted("quote.refused"));
    }

    /// A word or two are an answer nobody understood.
    Turn notUnderstood(Visit visit) {
        return Misses.count(visit, voice, "quote.again");
    }
}
