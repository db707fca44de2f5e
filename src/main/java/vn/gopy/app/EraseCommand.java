package vn.gopy.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gopy erase`.
@Command(name = "erase", mixinStandardHelpOptions = true, description = "Erases a resident on their request: opinions, session, consent, letters, address, key.")
final class EraseCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(index = "0", paramLabel = "CHANNEL", description = "telegram, web or a bridge's name")
    private String channel = "";

    @Parameters(index = "1", paramLabel = "ID", description = "the channel's id of the resident, such as a chat id")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Orders.give(options.settings(), List.of("erase", channel, id)));
        return 0;
    }
}
