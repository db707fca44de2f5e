package vn.gopy.dashboard;

import java.util.Set;
import vn.gopy.official.Role;
import vn.gopy.official.Token;

/// Who may go through a door.
public sealed interface Permit {
    /// Everybody; changes must come from our own pages.
    record Everyone() implements Permit {}

    /// Programs that prove themselves to the room behind the door, by a signature or a token.
    record Machine() implements Permit {}

    /// Everybody while figures are public; else officials, of whom those of one unit see the province and their
    /// own unit; and programs with a key for figures, likewise.
    record Readers() implements Permit {}

    /// Who gave a password and still owes the second factor.
    record HalfSignedIn() implements Permit {}

    /// Every official.
    record SignedIn() implements Permit {}

    /// Operators, and programs that may read the counters.
    record Watchers() implements Permit {}

    /// Programs with a key for this purpose.
    record Bearers(Token.Purpose purpose) implements Permit {}

    /// Officials of these roles.
    record Only(Set<Role> roles) implements Permit {
        public Only {
            roles = Set.copyOf(roles);
        }

        static Only of(Role... roles) {
            return new Only(Set.of(roles));
        }
    }
}
