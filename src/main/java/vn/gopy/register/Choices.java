package vn.gopy.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.gopy.text.Folding;
import vn.gopy.text.Phrasebook;

/// What columns and choices may be called in files: by their code, or as a page calls them in any language,
/// with or without marks.
final class Choices {
    private final Phrasebook phrases;
    /// The names of each list of codes, made when it is first asked for.
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    Choices(Phrasebook phrases) {
        this.phrases = phrases;
    }

    /// The code that a text means.
    ///
    /// @param prefix of the phrases that say the codes
    Optional<String> code(String prefix, List<String> codes, String typed) {
        return Optional.ofNullable(known.computeIfAbsent(prefix + codes, _ -> names(prefix, codes))
                .get(plain(typed)));
    }

    private Map<String, String> names(String prefix, List<String> codes) {
        var names = new HashMap<String, String>();
        for (var code : codes) {
            names.put(plain(code), code);
            phrases.languages().forEach(
                    language -> names.put(plain(phrases.say(language, prefix + "." + code)), code));
        }
        return names;
    }

    /// Letters and digits alone, folded.
    static String plain(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
