package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;

/// `gopy backup`.
@Command(name = "backup", mixinStandardHelpOptions = true, description = {
        "Copies the database while the service works; the copy cannot open what is erased."})
final class BackupCommand extends OrderCommand {
    @Override
    List<String> order() {
        return List.of("backup");
    }
}
