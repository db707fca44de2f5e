package vn.gopy.policy;

import java.util.function.IntPredicate;

/// Ways of asking that do not count in a search, so that a way of asking can itself be asked, or so that a
/// question that follows an answer up is not given that answer again.
///
/// @param targets those of whose ways of asking some may be passed over; of all others each counts, unasked
/// @param ways    which ways of asking for those are
record PassedOver(IntPredicate targets, IntPredicate ways) {
    /// Passes over no way of asking.
    static final PassedOver NOTHING = new PassedOver(_ -> false, _ -> false);

    /// Passes over the ways of asking that a rule tells by their numbers.
    static PassedOver those(IntPredicate ways) {
        return new PassedOver(_ -> true, ways);
    }

    /// Passes over all ways of asking for a target.
    static PassedOver allFor(int number) {
        return new PassedOver(target -> target == number, _ -> true);
    }

    boolean anyOf(int target) {
        return targets.test(target);
    }

    boolean way(int ask) {
        return ways.test(ask);
    }
}
