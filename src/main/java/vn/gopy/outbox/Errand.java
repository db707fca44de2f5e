package vn.gopy.outbox;

import java.time.Instant;

/// A parcel on its way through the house: when it was put, and before when it is not to be tried.
record Errand(Parcel parcel, Instant putAt, Instant due) {}
