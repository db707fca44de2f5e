package vn.gopy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.text.Language;

/// A piece of an editor's YAML that says what is wrong with it, and where.
///
/// @param where file and claim, the beginning of every complaint
record Node(String where, JsonNode node) {

    PolicyException wrong(String what) {
        return new PolicyException(where + ": " + what);
    }

    Node in(String place) {
        return new Node(where + " " + place, node);
    }

    /// Refuses keys that nobody reads, so that a slip of the pen does not lose a date.
    Node knows(Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw wrong("unknown key '" + key + "'");
            }
        });
        return this;
    }

    Optional<String> find(String key) {
        return node.hasNonNull(key) ? Optional.of(node.get(key).asText().strip()) : Optional.empty();
    }

    String text(String key) {
        return find(key).filter(text -> !text.isEmpty()).orElseThrow(() -> wrong("has no " + key));
    }

    String text(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    Optional<LocalDate> day(String key) {
        try {
            return find(key).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            throw wrong(key + " is not a day such as 2025-07-01");
        }
    }

    List<Node> each(String key) {
        var all = new ArrayList<Node>();
        if (node.has(key)) {
            node.get(key).forEach(child -> all.add(new Node(where, child)));
        }
        return all;
    }

    List<String> texts(String key) {
        return each(key).stream().map(child -> child.node.asText().strip()).toList();
    }

    /// The words under a key by language: `{vi: …, en: …}`. Empty when the key is missing.
    Map<Language, String> words(String key) {
        var words = new HashMap<Language, String>();
        if (node.has(key)) {
            node.get(key).properties()
                    .forEach(one -> words.put(new Language(one.getKey()), one.getValue().asText().strip()));
        }
        return words;
    }

    /// Lists by name, one level down: `key: {a: [x, y], b: [z]}`. Throws when there is no such key.
    Map<String, List<String>> child(String key) {
        if (!node.has(key)) {
            throw wrong("has no " + key);
        }
        return groups(key);
    }

    /// Lists by name: `{a: [x, y], b: [z]}`.
    Map<String, List<String>> groups(String key) {
        var groups = new HashMap<String, List<String>>();
        if (node.has(key)) {
            node.get(key).fieldNames()
                    .forEachRemaining(name -> groups.put(name, new Node(where, node.get(key)).texts(name)));
        }
        return groups;
    }
}
