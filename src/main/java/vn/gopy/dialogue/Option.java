package vn.gopy.dialogue;

import java.util.List;

/// A way to answer an open question: by button, by typing its label, or by one of the words `heard`.
///
/// @param verb  what a desk is told; `w:` and a universal word, which holds in every step; or a page to open
/// @param heard what may be typed for it, the label among it; empty when that is the label alone
record Option(String verb, String label, List<Plain> heard) {
    Option {
        heard = List.copyOf(heard);
    }

    /// A button that only its label names.
    static Option of(String verb, String label) {
        return new Option(verb, label, List.of());
    }

    boolean isNamedBy(Plain typed) {
        if (heard.isEmpty()) {
            return typed.mayBe(label) && typed.means(Plain.of(label));
        }
        for (var word : heard) {
            if (typed.means(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isWord() {
        return verb.startsWith("w:");
    }

    boolean opensPage() {
        return verb.startsWith("https://");
    }
}
