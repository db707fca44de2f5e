package vn.gopy.hook;

import java.time.Instant;
import java.util.Optional;

/// How an endpoint fares.
///
/// @param lastStatus   of its last answer; 0 when it gave none
/// @param failingSince the first failure since the last success
/// @param refusals     answers in a row that say no: 4xx, save those that mean "later"
/// @param why          the last fault or the reason for disabling, empty when there is none
public record EndpointState(String name, int lastStatus, Instant lastAt, Optional<Instant> failingSince,
        int refusals, Optional<Instant> disabledAt, String why) {
    private static final int REFUSALS_TO_SHOW = 3;

    /// The receiver keeps saying no, so its owner should look (contracts.md W5).
    public boolean saysNo() {
        return refusals >= REFUSALS_TO_SHOW;
    }
}
