package vn.gopy.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Documents and claims in two places: those that came with the program or lie in a folder of the operator's,
/// and beside them what editors wrote on the page.
///
/// @param base    the first as they are now
/// @param beside  the folder of the second; it need not be there
/// @param shipped whether the first came with the program
public record Bookcase(Supplier<Snapshot> base, Path beside, boolean shipped) {
    /// Opens both places.
    ///
    /// @param own the operator's folder; without one, what came with the program
    public static Bookcase of(Optional<Path> own, Path beside) {
        return own.map(folder -> new Bookcase(() -> Snapshot.of(folder), beside, false))
                .orElseGet(() -> new Bookcase(Snapshot::shipped, beside, true));
    }

    /// Both as they are now. Throws [PolicyException] where they do not fit each other or cannot be read.
    public Snapshot whole() {
        return base.get().joined(others());
    }

    /// Whether it holds what came with the program and nothing else. What cannot be read was touched.
    boolean isUntouched() {
        try {
            return shipped && others().texts().isEmpty();
        } catch (PolicyException _) { // whoever reads it next tells why
            return false;
        }
    }

    private Snapshot others() {
        return Files.isDirectory(beside) ? Snapshot.of(beside) : new Snapshot(Map.of());
    }
}
