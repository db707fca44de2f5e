package vn.gopy.register;

import java.util.List;

/// What became of a wish of an editor.
public sealed interface Outcome {
    /// It is done; the entry has this number.
    record Done(long id) implements Outcome {}

    /// It is not done.
    record Refused(List<Flaw> flaws) implements Outcome {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }

    /// Somebody changed the entry meanwhile, or it is gone.
    record Changed() implements Outcome {}
}
