package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;

/// `gopy release`.
@Command(name = "release", mixinStandardHelpOptions = true, description = {
        "Publishes the figures of every closed period that has none yet."})
final class ReleaseCommand extends OrderCommand {
    @Override
    List<String> order() {
        return List.of("release");
    }
}
