package vn.gopy.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// Tells who somebody is, by its own sign-in. It never tells what they may do.
public interface Provider {
    /// What officials call it; empty when there is none.
    String name();

    /// Begins a trip of somebody's browser to the provider and back.
    Departure depart();

    /// What the browser brought back from its trip.
    ///
    /// @param answer the parameters of the address it came back to
    Arrival arrive(Trip trip, Map<String, List<String>> answer);

    /// How a trip begins.
    sealed interface Departure {
        /// The browser may go.
        ///
        /// @param to the provider's page
        record Go(URI to, Trip trip) implements Departure {}

        /// The provider cannot be reached or understood now.
        record Away(String why) implements Departure {}
    }

    /// How a trip ends. What stands in `why` is for the log and quotes nothing that came from outside.
    sealed interface Arrival {
        /// Somebody known to the provider.
        ///
        /// @param subject the provider's own name of them, which never changes; no e-mail address
        /// @param strong  whether they gave a second factor there that counts here
        record Known(String issuer, String subject, boolean strong) implements Arrival {
            @Override
            public String toString() {
                return "somebody known to the provider";
            }
        }

        record Refused(String why) implements Arrival {}

        record Away(String why) implements Arrival {}
    }
}
