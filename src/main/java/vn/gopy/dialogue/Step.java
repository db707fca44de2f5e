package vn.gopy.dialogue;

/// The question that is open. The compiler points to every switch when a step is added.
public sealed interface Step {
    /// Nothing is open.
    record Idle() implements Step {}
}
