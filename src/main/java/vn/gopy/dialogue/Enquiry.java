package vn.gopy.dialogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.gopy.text.Phrasebook;

/// The polite words around a name that is only looked up: "cho em hỏi xã Lê Lợi ạ". They stand in the phrasebooks of all
/// languages, word by word.
final class Enquiry {
    private static final int LONGEST = 12;

    private final Map<String, Set<Plain>> before;
    private final Map<String, Set<Plain>> behind;

    Enquiry(Phrasebook phrases) {
        before = words(phrases, "lookup.before");
        behind = words(phrases, "lookup.behind");
    }

    private static Map<String, Set<Plain>> words(Phrasebook phrases, String key) {
        var words = new HashMap<String, Set<Plain>>();
        phrases.languages().stream().map(language -> Plain.list(phrases.raw(language, key)))
                .flatMap(Collection::stream)
                .forEach(word -> words.computeIfAbsent(word.folded(), _ -> new HashSet<>()).add(word));
        return words;
    }

    /// The name in the middle of such words, or alone; empty when more is said than a name.
    Optional<String> name(String typed, Predicate<String> isName) {
        var words = List.of(Plain.of(typed).lower().split(" ", -1));
        if (words.size() > LONGEST) {
            return Optional.empty();
        }
        for (int from = 0; from < words.size(); from++) {
            for (int to = words.size(); to > from; to--) {
                var middle = words.subList(from, to).stream().collect(Collectors.joining(" "));
                if (isName.test(middle)) {
                    return Optional.of(middle);
                }
                if (!isOneOf(behind, words.get(to - 1))) {
                    break;
                }
            }
            if (!isOneOf(before, words.get(from))) {
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean isOneOf(Map<String, Set<Plain>> words, String typed) {
        var word = Plain.of(typed);
        return words.getOrDefault(word.folded(), Set.of()).stream().anyMatch(word::means);
    }
}
