package vn.gopy.policy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.config.KeptYaml;
import vn.gopy.text.Language;

/// Listed phrases of each language, found as whole words in any case.
public final class Phrases {
    private final Map<Language, Pattern> patterns;

    private Phrases(Map<Language, Pattern> patterns) {
        this.patterns = Map.copyOf(patterns);
    }

    /// The phrases that persuade instead of telling, of the list in `lint.yaml`. Throws [PolicyException] where
    /// it cannot be read.
    public static Phrases thatPersuade(Folder folder) {
        return listed(folder, "persuasion");
    }

    /// The phrases by which a question leads to one answer, of the list in `lint.yaml`.
    public static Phrases thatLead(Folder folder) {
        return listed(folder, "leading");
    }

    private static Phrases listed(Folder folder, String key) {
        try (var stream = folder.open("lint.yaml")) {
            return of(new Node("lint.yaml", KeptYaml.tree(stream.readAllBytes())), key);
        } catch (IOException broken) {
            throw new PolicyException("could not read lint.yaml", broken);
        }
    }

    static Phrases of(Node rules, String key) {
        return new Phrases(rules.in(key).child(key).entrySet().stream()
                .collect(Collectors.toMap(one -> new Language(one.getKey()), one -> Pattern.compile(
                        "(?<!\\p{L})("
                                + one.getValue().stream().map(Pattern::quote).collect(Collectors.joining("|"))
                                + ")(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))));
    }

    Set<Language> languages() {
        return patterns.keySet();
    }

    /// The first listed phrase of that language in a text, as it stands there.
    public Optional<String> in(String text, Language language) {
        return Optional.ofNullable(patterns.get(language)).map(pattern -> pattern.matcher(text))
                .filter(Matcher::find).map(Matcher::group);
    }
}
