package vn.gopy.policy;

import java.util.List;

/// What the library has on a question: three bands.
public sealed interface Finding {
    /// What is said or offered, best first.
    List<Claim> claims();

    /// Claims that answer it, best first, in the order in which they are said.
    record Answer(List<Claim> claims) implements Finding {
        public Answer {
            claims = List.copyOf(claims);
        }
    }

    /// Up to three claims, best first: "did you mean".
    record Suggest(List<Claim> claims) implements Finding {
        public Suggest {
            claims = List.copyOf(claims);
        }
    }

    /// Nothing with a source.
    record None() implements Finding {
        @Override
        public List<Claim> claims() {
            return List.of();
        }
    }
}
