package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gopy retain`.
@Command(name = "retain", mixinStandardHelpOptions = true, description = {
        "Drops what is kept longer than the keep-… settings allow. The service does it every hour."})
final class RetainCommand extends OrderCommand {
    @Option(names = "--dry-run", description = "only tell what would be dropped")
    private boolean dryRun;

    @Override
    List<String> order() {
        return dryRun ? List.of("retain", "--dry-run") : List.of("retain");
    }
}
