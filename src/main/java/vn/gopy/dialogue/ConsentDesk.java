package vn.gopy.dialogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Reply;

/// Asks once, before the first opinion is stored, whether it may be. Saying no costs nothing, and nothing
/// leads past it.
final class ConsentDesk {
    /// What the consent is for, as it is recorded.
    static final String PURPOSES = "figures";

    private final Voice voice;
    private final DialogueSettings settings;

    ConsentDesk(Voice voice, DialogueSettings settings) {
        this.voice = voice;
        this.settings = settings;
    }

    Question ask(Step.Consent step, Visit visit) {
        var agree = voice.option(visit, "agree", "consent.agree");
        var refuse = voice.option(visit, "refuse", "consent.refuse");
        var rows = step.more()
                ? List.of(List.of(agree), List.of(refuse))
                : List.of(List.of(agree), List.of(voice.option(visit, "more", "consent.more"), refuse));
        return Question.of(step.more() ? longText(visit) : shortText(visit), rows).anchored("consent")
                .surely();
    }

    /// Whether somebody agrees once more, in haste, when the next question stands already. No place is called that.
    boolean agreesAgain(String typed, Visit visit) {
        return visit.standing().step() instanceof Step.AskPlace && visit.resident().consented()
                && voice.option(visit, "agree", "consent.agree").isNamedBy(Plain.of(typed));
    }

    private String shortText(Visit visit) {
        return voice.sayOfUs(visit, "consent.ask");
    }

    private String longText(Visit visit) {
        return voice.sayOfUs(visit, "consent.long");
    }

    Turn choose(Step.Consent step, String verb, Visit visit) {
        return switch (verb) {
            case "agree" -> Path.afterConsent(visit, visit.draft()).record(given(visit));
            case "more" -> visit.to(new Step.Consent(true));
            default -> refused(visit);
        };
    }

    private Event given(Visit visit) {
        return new Event.ConsentGiven(settings.consentVersion(),
                hash(shortText(visit) + "\n" + longText(visit)),
                PURPOSES);
    }

    private Turn refused(Visit visit) {
        return Turn.to(visit.standing().withoutDraft().at(new Step.Idle()))
                .say(voice.reply(visit, "consent.refused").with(exits(visit)))
                .record(new Event.Counted("consent.refused"));
    }

    private List<List<Choice>> exits(Visit visit) {
        return Question.of("", List.of(List.of(voice.word(visit, Word.HOI), voice.word(visit, Word.XAMOI))))
                .reply(visit.standing()).choices();
    }

    /// More words while the question is open belong to the opinion; a word or two is an answer nobody
    /// understood.
    Turn hear(Step.Consent step, Said said, Visit visit) {
        if (said.words() < 3) {
            return Misses.count(visit, voice, "consent.again");
        }
        var draft = said.addedTo(visit.draft());
        var next = visit.standing().with(draft).at(step);
        Reply again = ask(step, visit).reply(next).inPlaceOf("consent");
        return Turn.to(next).say(again);
    }

    /// SHA-256 in hexadecimal digits, by which a text that was shown is known again.
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
