package vn.gopy.register;

import java.time.Instant;
import java.util.Optional;

/// An entry of a register as it stands.
public record Entry(long id, Register register, Cells cells, int revision, Optional<Instant> withdrawnAt) {
    public boolean stands() {
        return withdrawnAt.isEmpty();
    }

    /// Whether its words were taken away for good.
    public boolean erased() {
        return cells.texts().isEmpty();
    }
}
