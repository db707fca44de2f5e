package vn.gopy.official;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import vn.gopy.identity.Trip;
import vn.gopy.vault.Safe;
import vn.gopy.vault.VaultException;

/// A trip to the provider as the browser carries it: sealed, so that nobody else can read or make one, and
/// nothing is kept here of trips that never end.
///
/// @param official whose identity is to be linked, or 0 for signing in
/// @param session  the session in which they asked for it
record Ticket(Trip trip, long official, long session) {
    /// How long somebody may be away.
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String OWNER = "trip to the provider";
    private static final int PARTS = 6;
    private static final int LONGEST = 2_000;

    boolean links() {
        return official != 0;
    }

    String sealed(Safe safe) {
        var line = String.join("\n", trip.state(), trip.nonce(), trip.verifier(),
                Long.toString(trip.began().toEpochMilli()), Long.toString(official), Long.toString(session));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(safe.seal(OWNER, line.getBytes(StandardCharsets.UTF_8)));
    }

    /// Reads what [#sealed] wrote; empty for anything else and when it is over.
    static Optional<Ticket> opened(Safe safe, String sealed, Instant now) {
        return bytes(sealed).flatMap(bytes -> line(safe, bytes)).map(line -> line.split("\n", -1))
                .filter(parts -> parts.length == PARTS).map(Ticket::read)
                .filter(ticket -> !now.isBefore(ticket.trip.began())
                        && now.isBefore(ticket.trip.began().plus(LIFE)));
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<String> line(Safe safe, byte[] sealed) {
        try {
            return Optional.of(new String(safe.open(OWNER, sealed), StandardCharsets.UTF_8));
        } catch (VaultException notOurs) {
            return Optional.empty();
        }
    }

    private static Ticket read(String[] parts) {
        var trip = new Trip(parts[0], parts[1], parts[2], Instant.ofEpochMilli(Long.parseLong(parts[3])));
        return new Ticket(trip, Long.parseLong(parts[4]), Long.parseLong(parts[5]));
    }

    @Override
    public String toString() {
        return "***";
    }
}
