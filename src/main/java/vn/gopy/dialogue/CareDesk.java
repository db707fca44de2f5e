package vn.gopy.dialogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gopy.chat.Reply;
import vn.gopy.policy.Dates;
import vn.gopy.text.Folding;

/// Comes before every other desk: danger, self-harm, children, accusations. It names the right number or
/// office, and keeps nothing but a count.
final class CareDesk {
    private static final int ADULT = 16;
    private static final int A_SENTENCE = 5;
    /// Somebody who speaks of themselves; not "con tôi 5 tuổi", whose writer is a parent.
    private static final String SELF = "(?<!\\bcon )(?<!\\bchau )(?<!\\bem )(?<!\\bbe )(?<!\\bcua )"
            + "\\b(?:em|chau|minh|toi|to)";
    private static final Pattern AGE = Pattern.compile(
            "(?:" + SELF + "(?: nam nay| nay| moi| dang)? |\\bi(?: a|')?m (?:only |just )?)(\\d{1,2}) "
                    + "(?:tuoi|years old|yo)\\b");
    private static final Pattern PUPIL = Pattern
            .compile("(?<!con )(?<!chau )\\b(?:em|minh) (?:dang )?hoc lop [1-9]\\b");

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
            case CHILD -> isOfAChild(said) ? "young" : "child";
            case THREAT -> "threat";
            case ACCUSATION, CORRUPTION -> "accusation";
            case NONE -> soundsUrgent(said) ? "urgent" : isOfAChild(said) ? "young" : "";
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

    private static boolean isOfAChild(Said said) {
        if (said.words() < 3) {
            return false;
        }
        boolean maybe = said.text().chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!maybe) {
            return false;
        }
        var folded = Folding.fold(said.text());
        var age = AGE.matcher(folded);
        return (age.find() && Integer.parseInt(age.group(1)) < ADULT) || PUPIL.matcher(folded).find();
    }
}
