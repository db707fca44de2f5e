package vn.gopy.official;

import java.time.Instant;
import java.util.Optional;

/// An official's account, without its secrets.
///
/// @param signedIn when they last signed in; empty when never
public record Account(long id, String name, Role role, Scope scope, boolean enabled,
        Optional<Instant> signedIn) {}
