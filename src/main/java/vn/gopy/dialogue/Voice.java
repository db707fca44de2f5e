package vn.gopy.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.gopy.chat.Reply;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Says phrases in a resident's language.
final class Voice {
    private final Phrasebook phrases;

    Voice(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String say(Visit visit, String key) {
        return phrases.say(visit.language(), key);
    }

    String say(Visit visit, String key, Map<String, ?> places) {
        return phrases.say(visit.language(), key, places);
    }

    Reply reply(Visit visit, String key) {
        return Reply.of(say(visit, key));
    }

    /// A button, labelled `key`; when there is a phrase `key.heard`, its words (between bars) mean the same.
    Option option(Visit visit, String verb, String key) {
        return option(visit.language(), verb, key);
    }

    private Option option(Language language, String verb, String key) {
        var label = phrases.say(language, key);
        var alias = key + ".heard";
        if (!phrases.has(language, alias)) {
            return new Option(verb, label, List.of());
        }
        return new Option(verb, label, Arrays.asList(phrases.raw(language, alias).split("\\|")));
    }

    /// A button for a universal word, good in every step.
    Option word(Visit visit, Word word) {
        return option(visit, "w:" + word.typed(), "button." + word.typed());
    }
}
