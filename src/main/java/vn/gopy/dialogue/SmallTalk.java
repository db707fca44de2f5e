package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Reply;
import vn.gopy.text.Phrasebook;

/// Eight fixed answers about the bot itself. What people say to it stands in the phrasebooks, as
/// `talk.who.heard`.
final class SmallTalk {
    private static final List<String> MATTERS = List.of("who", "person", "operator", "readers", "anonymous",
            "wrong",
            "can", "thanks");
    private static final int LONGEST = 10;

    private final Voice voice;
    private final List<Heard> heard = new ArrayList<>();

    private record Heard(String matter, String words) {}

    SmallTalk(Voice voice, Phrasebook phrases) {
        this.voice = voice;
        for (var language : phrases.languages()) {
            for (var matter : MATTERS) {
                Plain.list(phrases.raw(language, "talk." + matter + ".heard"))
                        .forEach(words -> heard.add(new Heard(matter, " " + words.folded() + " ")));
            }
        }
    }

    /// The answer to a short remark about the bot; empty for anything else.
    Optional<Reply> answer(Said said, Visit visit) {
        if (said.words() > LONGEST) {
            return Optional.empty();
        }
        var typed = " " + Plain.of(said.text()).folded() + " ";
        for (var remark : heard) {
            boolean thanks = remark.matter().equals("thanks");
            if (thanks
                    ? said.words() <= 5 && typed.startsWith(remark.words())
                    : typed.contains(remark.words())) {
                return Optional.of(Reply.of(voice.sayOfUs(visit, "talk." + remark.matter())));
            }
        }
        return Optional.empty();
    }
}
