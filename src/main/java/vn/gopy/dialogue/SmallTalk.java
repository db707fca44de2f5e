package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.text.Phrasebook;

/// Nine fixed answers about the bot itself and what it waits for. What people say to it stands in the phrasebooks, as
/// `talk.who.heard`: whole messages, and beginnings of short ones, which end in `…`.
final class SmallTalk {
    private static final List<String> MATTERS = List.of("who", "person", "operator", "readers", "anonymous",
            "wrong", "can", "thanks", "unsent");
    private static final int LONGEST = 10;
    private static final String GOES_ON = "…";

    private final Voice voice;
    private final List<Heard> heard = new ArrayList<>();

    private record Heard(String matter, Plain words, boolean goesOn) {}

    SmallTalk(Voice voice, Phrasebook phrases) {
        this.voice = voice;
        for (var language : phrases.languages()) {
            for (var matter : MATTERS) {
                for (var words : phrases.raw(language, "talk." + matter + ".heard").split("\\|", -1)) {
                    heard.add(new Heard(matter, Plain.of(words), words.endsWith(GOES_ON)));
                }
            }
        }
    }

    /// The answer to a short remark about the bot; empty for anything else.
    Optional<Reply> answer(Said said, Visit visit) {
        if (said.words() > LONGEST) {
            return Optional.empty();
        }
        var typed = Plain.of(said.text());
        for (var remark : heard) {
            if (remark.goesOn() ? typed.beginsWith(remark.words()) : typed.spells(remark.words())) {
                return Optional.of(Reply.of(voice.sayOfUs(visit, "talk." + remark.matter())));
            }
        }
        return Optional.empty();
    }
}
