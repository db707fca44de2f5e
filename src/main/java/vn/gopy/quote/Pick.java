package vn.gopy.quote;

/// A sentence that the rule chose for a theme, and why.
record Pick(Theme theme, Sentence sentence, Place place) {}
