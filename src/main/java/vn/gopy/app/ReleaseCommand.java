package vn.gopy.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gopy release`.
@Command(name = "release", mixinStandardHelpOptions = true, description = "Publishes the figures of every closed period that has none yet.")
final class ReleaseCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Orders.give(options.settings(), List.of("release")));
        return 0;
    }
}
