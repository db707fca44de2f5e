package vn.gopy.dialogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.policy.Dates;

/// Comes before every other desk: danger, self-harm, children, accusations. It names the right number or
/// office, and keeps nothing but a count.
final class CareDesk {
    private static final int A_SENTENCE = 5;

    private final Voice voice;
    private final Map<String, Object> places = new HashMap<>();

    CareDesk(Voice voice, DialogueSettings settings) {
        this.voice = voice;
        places.putAll(settings.numbers());
        places.put("checked", Dates.plain(settings.checkedOn()));
    }

    /// The turn for a message that must not go on; empty for an ordinary one. The open question stays open,
    /// unasked.
    Optional<Turn> care(Said said, Visit visit) {
        var matter = matter(said);
        if (matter.isEmpty()) {
            return Optional.empty();
        }
        var reply = Reply.of(voice.say(visit, "care." + matter, places)).surely();
        return Optional.of(visit.stay().say(reply).record(new Event.Counted(count(matter))));
    }

    /// Nobody reads what comes too fast, so whoever is in danger must hear the numbers here.
    Reply tooFast(Visit visit) {
        return Reply.of(voice.say(visit, "too-fast", places));
    }

    private static String matter(Said said) {
        return switch (said.reading().sensitive()) {
            case FIRE -> "fire";
            case MEDICAL -> "medical";
            case CRIME -> "crime";
            case DISASTER -> "disaster";
            case SELF_HARM -> "self-harm";
            case CHILD -> "child";
            case YOUNG -> "young";
            case THREAT -> "threat";
            case ACCUSATION, CORRUPTION -> "accusation";
            case NONE -> soundsUrgent(said) ? "urgent" : "";
        };
    }

    /// Without a known phrase of danger only a whole sentence is taken for an alarm: "mất cả ngày" is not
    /// one.
    private static boolean soundsUrgent(Said said) {
        return said.reading().urgent() && said.words() >= A_SENTENCE;
    }

    private static String count(String matter) {
        return switch (matter) {
            case "accusation", "threat", "young" -> matter;
            default -> "crisis";
        };
    }
}
