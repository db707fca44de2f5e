package vn.gopy.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.Feedback.Place;

/// Asks whether a resident wishes to hear what becomes of what they said, and hears whether an answer that they
/// were told meets their point. The wish is a consent of its own, for one opinion, and ends whenever they want.
final class HearingDesk {
    /// What the buttons under an answer carry: the answer's number, and whether it meets the point.
    private static final Pattern JUDGED = Pattern.compile("t:([0-9]{1,18}):(fits|fails|end)");

    private final Voice voice;
    private final DialogueSettings settings;
    private final ReviewDesk review;

    HearingDesk(Voice voice, DialogueSettings settings, ReviewDesk review) {
        this.voice = voice;
        this.settings = settings;
        this.review = review;
    }

    /// Whether the wish may be asked for: offices answer what is counted for a place here.
    static boolean mayBeAsked(Feedback feedback) {
        return !feedback.onBehalf() && !(feedback.place() instanceof Place.Outside);
    }

    Question ask(Step.MayHear step, Visit visit) {
        return Question.of(shown(visit), List.of(List.of(voice.option(visit, "wish", "hear.wish"),
                voice.option(visit, "refuse", "hear.refuse")))).surely();
    }

    private String shown(Visit visit) {
        return voice.say(visit, "hear.ask",
                Map.of("k", settings.k(), "keep", voice.say(visit, settings.keep())));
    }

    Turn choose(Step.MayHear step, String verb, Visit visit) {
        boolean wished = verb.equals("wish");
        var after = new Step.Receipted(step.unit(), step.text(), false);
        var next = visit.standing().at(after);
        var turn = Turn.to(next).say(review.ask(after, visit)
                .saying(voice.say(visit, wished ? "hear.wished" : "hear.refused")).surely().reply(next));
        return wished
                ? turn.record(new Event.HearingWished(visit.language(), settings.consentVersion(),
                        ConsentDesk.hash(shown(visit))))
                : turn.record(new Event.Counted("hearing.refused"));
    }

    /// A word or two are an answer nobody understood.
    Turn notUnderstood(Visit visit) {
        return Misses.count(visit, voice, "hear.again");
    }

    /// What a button under an answer leads to; empty when the payload is none of these.
    Optional<Turn> pressed(String payload, Visit visit) {
        var judged = JUDGED.matcher(payload);
        if (!judged.matches()) {
            return Optional.empty();
        }
        return Optional.of(judged.group(2).equals("end")
                ? ended(visit)
                : judged(visit, OptionalLong.of(Long.parseLong(judged.group(1))),
                        judged.group(2).equals("fits")));
    }

    /// Notes whether an answer meets their point; the last one they were told when no number says which.
    Turn judged(Visit visit, OptionalLong answer, boolean fits) {
        if (!visit.resident().told()) {
            return Router.aside(visit, voice.reply(visit, "hear.nothing-told"));
        }
        return Router.aside(visit, voice.reply(visit, fits ? "hear.fits" : "hear.fails"))
                .record(new Event.AnswerJudged(answer, fits));
    }

    /// They hear of no answers any more; what they said still counts.
    Turn ended(Visit visit) {
        return Router.aside(visit, voice.reply(visit, "hear.ended").surely())
                .record(new Event.HearingEnded());
    }
}
