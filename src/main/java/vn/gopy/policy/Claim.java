package vn.gopy.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// One checked sentence that the bot may say, in each language, with its source.
///
/// @param id        stands for ever; what a session remembers as the context of a follow-up question
/// @param subject   the file it stands in, such as `giay-to`, or `place` for what is generated from the units
/// @param text      own wording, one fact, at most 160 characters
/// @param title     a few words for a button
/// @param further   who may answer further; empty when nobody in particular
/// @param sources   at least one, but for a claim of certainty [Certainty#NONE]
/// @param topic     what an opinion on the same matter would be about
/// @param alongside ids of claims that are said together with this one (costs and open points beside aims)
public record Claim(String id, String subject, Map<Language, String> text, Map<Language, String> title,
        Map<Language, String> further, List<Source> sources, Certainty certainty, Optional<Topic> topic,
        List<String> alongside) {

    /// How well a claim is founded.
    public enum Certainty {
        /// The legal text or the official table itself was read.
        TEXT,
        /// The press or an official's page says so; the sentence says that it does.
        PRESS,
        /// It says that no source is known, and where to ask. It states no fact.
        NONE
    }

    public Claim {
        text = Map.copyOf(text);
        title = Map.copyOf(title);
        further = Map.copyOf(further);
        sources = List.copyOf(sources);
        alongside = List.copyOf(alongside);
    }

    /// The sentence in a language, in Vietnamese when it is not translated.
    public String text(Language language) {
        return in(text, language);
    }

    /// The words for a button in a language, in Vietnamese when they are not translated.
    public String title(Language language) {
        return in(title, language);
    }

    /// Who may answer further, or empty text.
    public String further(Language language) {
        return in(further, language);
    }

    private static String in(Map<Language, String> words, Language language) {
        var wanted = words.get(language);
        return wanted == null ? words.getOrDefault(Language.VIETNAMESE, "") : wanted;
    }
}
