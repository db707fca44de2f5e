package vn.gopy.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// One checked sentence that the bot may say, in each language, with its source.
///
/// @param title     a few words for a button, in each language
/// @param sources   at least one, but for a claim that says "no source is known"
/// @param alongside ids of claims that are said together with this one (costs and open points beside aims)
public record Claim(String id, Map<Language, String> text, Map<Language, String> title, List<Source> sources,
        Optional<Topic> topic, List<String> alongside) {
    public Claim {
        text = Map.copyOf(text);
        title = Map.copyOf(title);
        sources = List.copyOf(sources);
        alongside = List.copyOf(alongside);
    }
}
