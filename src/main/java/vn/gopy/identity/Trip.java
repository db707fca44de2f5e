package vn.gopy.identity;

import java.time.Instant;

/// What must not be forgotten while a browser is at the provider; nobody but that browser may hold it, and it
/// only sealed.
///
/// @param state    comes back with the answer: it is this browser's answer
/// @param nonce    comes back in the token: it was made for this trip
/// @param verifier goes with the code: whoever took the code alone cannot use it (PKCE)
public record Trip(String state, String nonce, String verifier, Instant began) {
    @Override
    public String toString() {
        return "***";
    }
}
