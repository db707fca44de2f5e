package vn.gopy.dialogue;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.chat.Reply;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Says phrases in a resident's language.
final class Voice {
    private static final String HEARD = ".heard";

    private final Phrasebook phrases;
    private final DialogueSettings settings;
    private final Map<Language, Map<String, List<Plain>>> heard;

    Voice(Phrasebook phrases, DialogueSettings settings) {
        this.phrases = phrases;
        this.settings = settings;
        this.heard = phrases.languages().stream()
                .collect(toUnmodifiableMap(language -> language, language -> heard(phrases, language)));
    }

    /// What may be typed for each label that has more than one way, the label first.
    private static Map<String, List<Plain>> heard(Phrasebook phrases, Language language) {
        var ways = new HashMap<String, List<Plain>>();
        for (var alias : phrases.keys(language)) {
            if (alias.endsWith(HEARD)) {
                var key = alias.substring(0, alias.length() - HEARD.length());
                var all = phrases.has(language, key)
                        ? phrases.raw(language, key) + "|" + phrases.raw(language, alias)
                        : phrases.raw(language, alias);
                ways.put(key, Plain.list(all));
            }
        }
        return Map.copyOf(ways);
    }

    String say(Visit visit, String key) {
        return phrases.say(visit.language(), key);
    }

    String say(Visit visit, String key, Map<String, ?> places) {
        return phrases.say(visit.language(), key, places);
    }

    String say(Visit visit, Duration time) {
        return phrases.say(visit.language(), time);
    }

    /// A phrase about the service itself: who runs it, from how many people on figures are shown, how long
    /// words are kept.
    String sayOfUs(Visit visit, String key) {
        return say(visit, key, Map.of("operator", settings.operator(), "k", settings.k(), "keep",
                say(visit, settings.keep())));
    }

    /// A language's name in itself.
    String nameOf(Language language) {
        return phrases.say(language, "web.language-name");
    }

    Reply reply(Visit visit, String key) {
        return Reply.of(say(visit, key));
    }

    /// A button, labelled `key`; when there is a phrase `key.heard`, its words (between bars) mean the same.
    Option option(Visit visit, String verb, String key) {
        return new Option(verb, say(visit, key), heard(visit.language(), key));
    }

    private List<Plain> heard(Language language, String key) {
        return heard.getOrDefault(language, Map.of()).getOrDefault(key, List.of());
    }

    /// A button for a universal word, good in every step.
    Option word(Visit visit, Word word) {
        return option(visit, "w:" + word.typed(), "button." + word.typed());
    }
}
