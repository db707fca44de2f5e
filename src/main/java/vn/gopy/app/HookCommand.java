package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gopy hook`.
@Command(name = "hook", mixinStandardHelpOptions = true, description = {
        "Sends a webhook.test event to an endpoint, or enables one that was disabled after failures."})
final class HookCommand extends OrderCommand {
    @Parameters(index = "0", paramLabel = "ENDPOINT", description = "its name in the setting 'endpoints'")
    private String endpoint = "";

    @Option(names = "--enable", description = "enable it again instead of testing it")
    private boolean enable;

    @Override
    List<String> order() {
        return List.of(enable ? "hook-enable" : "hook-test", endpoint);
    }
}
