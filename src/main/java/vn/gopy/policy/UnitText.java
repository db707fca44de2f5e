package vn.gopy.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gopy.place.Succession;
import vn.gopy.policy.Claim.Certainty;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// Puts what is known of a unit into a claim, in every language of the phrasebook, with its source.
final class UnitText {
    private final Phrasebook phrasebook;
    private final Documents documents;
    private final UnitSources sources;

    UnitText(Phrasebook phrasebook, Documents documents, UnitSources sources) {
        this.phrasebook = phrasebook;
        this.documents = documents;
        this.sources = sources;
    }

    /// What is said: phrase keys under `policy.place.`, and what fills their places, by language.
    record Words(String key, String titleKey, Function<Language, Map<String, String>> places) {}

    Claim claim(String id, Words words, List<Source> sources, List<String> alongside) {
        var certainty = sources.isEmpty()
                ? Certainty.NONE
                : sources.stream().allMatch(this::isLaw) ? Certainty.TEXT : Certainty.PRESS;
        return new Claim(id, "place", said(words.key(), words.places()),
                said(words.titleKey(), words.places()), Map.of(),
                sources, certainty, Optional.of(Topic.TEN_GOI), alongside);
    }

    private boolean isLaw(Source source) {
        var document = documents.byId().get(source.document());
        return document != null && !document.level().equals("press") && source.via().isEmpty();
    }

    private Map<Language, String> said(String key, Function<Language, Map<String, String>> places) {
        var all = new HashMap<Language, String>();
        for (var language : phrasebook.languages()) {
            var text = phrasebook.say(language, "policy.place." + key, places.apply(language));
            all.put(language, text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
        }
        return all;
    }

    /// Several things in one sentence: `a, b và c`.
    String list(Language language, List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + say(language, "and") + " "
                + parts.getLast();
    }

    String say(Language language, String key) {
        return phrasebook.say(language, "policy.place." + key);
    }

    String say(Language language, String key, String place, String value) {
        return phrasebook.say(language, "policy.place." + key, Map.of(place, value));
    }

    /// What the claims on units rest on.
    UnitSources sources() {
        return sources;
    }

    /// The resolution at the clause that an edge rests on.
    List<Source> clause(Succession edge) {
        return sources.of("succession").stream().map(source -> source.at(Integer.toString(edge.clause())))
                .toList();
    }

    /// Several documents in one sentence, as a resident sees them.
    static String titles(List<Source> sources) {
        return sources.stream().map(Source::title).collect(Collectors.joining(", "));
    }
}
