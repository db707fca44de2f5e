package vn.gopy.policy;

import java.util.List;

/// A claim, or an aspect of a unit, with how like an answer it is, as log odds.
record Ranked(String target, int targetNumber, double likeness, List<Double> measures) {}
