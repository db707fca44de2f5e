package vn.gopy.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gopy backup`.
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Copies the database while the service works; the copy cannot open what is erased.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Orders.give(options.settings(), List.of("backup")));
        return 0;
    }
}
