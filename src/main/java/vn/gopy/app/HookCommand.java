package vn.gopy.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gopy hook`.
@Command(name = "hook", mixinStandardHelpOptions = true, description = "Sends a webhook.test event to an endpoint, or enables one that was disabled after failures.")
final class HookCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(index = "0", paramLabel = "ENDPOINT", description = "its name in the setting 'endpoints'")
    private String endpoint = "";

    @Option(names = "--enable", description = "enable it again instead of testing it")
    private boolean enable;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var words = List.of(enable ? "hook-enable" : "hook-test", endpoint);
        spec.commandLine().getOut().println(Orders.give(options.settings(), words));
        return 0;
    }
}
