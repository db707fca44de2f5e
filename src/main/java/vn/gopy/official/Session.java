package vn.gopy.official;

import java.time.Instant;

/// An official at work.
///
/// @param whole whether the second factor was given; without it nothing but that may be done
public record Session(long id, Account account, boolean whole, Instant began, Instant seen) {}
