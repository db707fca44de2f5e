package vn.gopy.policy;

import java.util.function.IntPredicate;

/// Ways of asking that do not count in a search, so that a way of asking can itself be asked, or so that a
/// question that follows an answer up is not given that answer again.
interface PassedOver {
    /// Passes over no way of asking.
    PassedOver NOTHING = new PassedOver() {
        @Override
        public boolean anyOf(int target) {
            return false;
        }

        @Override
        public boolean way(int ask) {
            return false;
        }
    };

    /// Passes over the ways of asking that a rule tells by their numbers.
    static PassedOver those(IntPredicate asks) {
        return new PassedOver() {
            @Override
            public boolean anyOf(int target) {
                return true;
            }

            @Override
            public boolean way(int ask) {
                return asks.test(ask);
            }
        };
    }

    /// Passes over all ways of asking for a target.
    static PassedOver allFor(int number) {
        return new PassedOver() {
            @Override
            public boolean anyOf(int target) {
                return target == number;
            }

            @Override
            public boolean way(int ask) {
                return true;
            }
        };
    }

    /// Whether some way of asking for a target may be passed over; when not, none of them is put to [#way].
    boolean anyOf(int target);

    /// Whether a way of asking is passed over, of a target of which some may be.
    boolean way(int ask);
}
