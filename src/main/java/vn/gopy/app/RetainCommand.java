package vn.gopy.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `gopy retain`.
@Command(name = "retain", mixinStandardHelpOptions = true, description = "Drops what is kept longer than the keep-… settings allow. The service does it every hour.")
final class RetainCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(names = "--dry-run", description = "only tell what would be dropped")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var words = dryRun ? List.of("retain", "--dry-run") : List.of("retain");
        spec.commandLine().getOut().println(Orders.give(options.settings(), words));
        return 0;
    }
}
