package vn.gopy.release;

/// A published number of persons.
public sealed interface Count {
    /// At least k persons, rounded.
    record Of(int persons) implements Count {}

    /// Under k persons, or hidden so that nobody can work out a group under k. The two are one and the same
    /// on purpose.
    record Hidden() implements Count {}
}
