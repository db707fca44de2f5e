package vn.gopy.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.place.Succession;
import vn.gopy.policy.Claim.Certainty;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// Puts what is known of a unit into a claim, in every language of the phrasebook, with its source.
final class UnitText {
    private static final String ARTICLE = "1";

    private final Phrasebook phrasebook;
    private final Map<String, Document> documents;
    private final LocalDate checkedOn;

    UnitText(Phrasebook phrasebook, Map<String, Document> documents, LocalDate checkedOn) {
        this.phrasebook = phrasebook;
        this.documents = documents;
        this.checkedOn = checkedOn;
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
        var document = documents.get(source.document());
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

    /// The clause of Article 1 of Resolution 1679 that an edge rests on.
    Source clause(Succession edge) {
        return source("nq-1679", ARTICLE, Integer.toString(edge.clause()), "");
    }

    Source source(String document) {
        return source(document, "", "", "");
    }

    Source source(String document, String article, String clause, String via) {
        var known = document(document);
        return new Source(known.id(), known.number(), article, clause,
                via.isEmpty() ? "" : document(via).number(),
                known.inForceFrom(), checkedOn);
    }

    String number(String document) {
        return document(document).number();
    }

    private Document document(String id) {
        var document = documents.get(id);
        if (document == null) {
            throw new PolicyException(
                    "documents.yaml: what is said of units needs the document '" + id + "'");
        }
        return document;
    }
}
