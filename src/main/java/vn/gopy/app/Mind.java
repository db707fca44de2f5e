package vn.gopy.app;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The brain for those who seldom need one: that of the running service, or one that is opened when it is
/// first asked for.
final class Mind implements Supplier<Brain> {
    private final AtomicReference<Supplier<Brain>> brain;

    /// @param opener opens one
    Mind(Supplier<Brain> opener) {
        brain = new AtomicReference<>(opener);
    }

    /// The service has one.
    void is(Brain known) {
        brain.set(() -> known);
    }

    @Override
    public Brain get() {
        var found = brain.get().get();
        is(found);
        return found;
    }
}
