package vn.gopy.policy;

import java.util.List;

/// What the library has on a question: three bands.
public sealed interface Finding {
    /// Claims that answer it, best first, in the order in which they are said.
    record Answer(List<Claim> claims) implements Finding {}

    /// Up to three claims, best first: "did you mean".
    record Suggest(List<Claim> claims) implements Finding {}

    /// Nothing with a source.
    record None() implements Finding {}
}
