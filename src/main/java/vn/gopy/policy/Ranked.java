package vn.gopy.policy;

/// A claim, or an aspect of a unit, with how like an answer it is, as log odds.
///
/// @param measures what [Measures] measured; never compared, never changed
@SuppressWarnings("ArrayRecordComponent")
record Ranked(String target, int targetNumber, double likeness, double[] measures) {}
