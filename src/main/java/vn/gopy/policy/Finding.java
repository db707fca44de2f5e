package vn.gopy.policy;

import java.util.List;
import java.util.stream.Stream;

/// What the library has on a question: three bands.
public sealed interface Finding {
    /// What is said or offered, best first.
    List<Claim> claims();

    /// All that was found, best first: the first of what is said or offered, what was nearest to it, and what is said
    /// beside it.
    default List<Claim> inOrder() {
        return claims();
    }

    /// Whether it answers so surely that it may be said to somebody who perhaps asked nothing.
    default boolean sure() {
        return false;
    }

    /// Claims that answer it, best first, in the order in which they are said.
    ///
    /// @param near up to two that were nearly as near: for whoever meant something else
    record Answer(List<Claim> claims, List<Claim> near, boolean sure) implements Finding {
        public Answer {
            claims = List.copyOf(claims);
            near = List.copyOf(near);
        }

        @Override
        public List<Claim> inOrder() {
            return Stream.of(claims.stream().limit(1), near.stream(), claims.stream().skip(1))
                    .flatMap(some -> some).toList();
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
