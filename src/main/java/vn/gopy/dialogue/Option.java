package vn.gopy.dialogue;

import java.util.List;

/// A way to answer an open question: by button, by typing its label, or by one of the words `heard`.
///
/// @param verb what a desk is told; `w:` and a universal word, which holds in every step; or a page to open
record Option(String verb, String label, List<String> heard) {
    Option {
        heard = List.copyOf(heard);
    }

    boolean isWord() {
        return verb.startsWith("w:");
    }

    boolean opensPage() {
        return verb.startsWith("https://");
    }
}
