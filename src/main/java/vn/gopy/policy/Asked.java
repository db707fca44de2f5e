package vn.gopy.policy;

import java.util.List;
import java.util.Map;

/// A question in one of the ways in which the index sees it: the unit it names kept, left out, or as [#UNIT].
///
/// @param words its words in order
/// @param terms words and pairs with the part of their weight that counts: less for what comes from the
///              context
/// @param unit  whether the question names a unit
/// @param bare  whether the unit's name was left out
record Asked(List<String> words, Map<String, Double> terms, boolean unit, boolean bare) {
    /// The word that stands for any unit's name.
    static final String UNIT = "xdonvi";
}
