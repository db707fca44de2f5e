package vn.gopy.quote;

import java.util.Locale;

/// Why the rule chose a sentence among those of its side: it is the nearest to their middle, or the farthest
/// from it.
enum Place {
    NEAREST, FARTHEST;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }
}
