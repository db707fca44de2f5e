package vn.gopy.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A question as the index sees it.
///
/// @param words its words in order, unit names among them
/// @param names the words that are only the name of a unit
/// @param terms words and pairs with the part of their weight that counts: less for what comes from the context
/// @param place what the named unit may be; empty of candidates when none is named
record Asked(List<String> words, Set<String> names, Map<String, Double> terms, Named place) {
    /// The word that stands for any unit's name.
    static final String UNIT = "xdonvi";

    boolean namesUnit() {
        return !place.candidates().isEmpty();
    }
}
