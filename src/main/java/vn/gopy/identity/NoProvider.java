package vn.gopy.identity;

import java.util.List;
import java.util.Map;

/// Where officials sign in by password alone.
public final class NoProvider implements Provider {
    private static final String WHY = "no oidc-issuer is set";

    @Override
    public String name() {
        return "";
    }

    @Override
    public Departure depart() {
        return new Departure.Away(WHY);
    }

    @Override
    public Arrival arrive(Trip trip, Map<String, List<String>> answer) {
        return new Arrival.Away(WHY);
    }
}
