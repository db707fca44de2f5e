package vn.gopy.policy;

import java.util.List;

/// Sets from which sureness on a claim is said, and from which it is offered.
///
/// Said: as low as possible while of all that is said at least 93.5 % is right (ways of asking are harder than
/// questions: their own wording is held back), and at most 6 % of the questions without an answer are
/// answered. Offered: down to where three in ten of the questions without an answer would be offered something.
final class Limits {
    private static final double RIGHT = 0.935;
    private static final double WRONGLY_ANSWERED = 0.06;
    private static final double WRONGLY_OFFERED = 0.3;

    private Limits() {}

    /// How one written question came out.
    record Outcome(double sureness, boolean inScope, boolean right) {}

    /// @param outcomes surest first
    static Judge set(Judge judge, List<Outcome> outcomes) {
        double out = outcomes.stream().filter(one -> !one.inScope()).count();
        double answer = 0.95;
        double suggest = 0.9;
        double said = 0;
        double right = 0;
        double wrongly = 0;
        for (var one : outcomes) {
            said += one.inScope() ? 1 : 0;
            right += one.inScope() && one.right() ? 1 : 0;
            wrongly += one.inScope() ? 0 : 1;
            if (right >= RIGHT * said && wrongly <= WRONGLY_ANSWERED * out) {
                answer = one.sureness();
            }
            if (wrongly <= WRONGLY_OFFERED * out) {
                suggest = one.sureness();
            }
        }
        return new Judge(judge.rank(), judge.band(), answer, Math.min(answer, suggest));
    }
}
