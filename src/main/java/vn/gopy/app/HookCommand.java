package vn.gopy.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gopy hook`.
@Command(name = "hook", mixinStandardHelpOptions = true, description = {
        "Sends a webhook.test event to an endpoint. With an option it does that instead."})
final class HookCommand extends OrderCommand {
    @Parameters(index = "0", paramLabel = "ENDPOINT", description = "its name in the setting 'endpoints' or on the page /hooks")
    private String endpoint = "";

    @Option(names = "--enable", description = "enable it after it was disabled")
    private boolean enable;

    @Option(names = "--dead", description = "list the events that were given up, with the reason")
    private boolean dead;

    @Option(names = "--again", description = {
            "enable it if need be, and send again the events that were given up"})
    private boolean again;

    @Option(names = "--event", paramLabel = "ID", description = "of those, only this one; may be repeated")
    private List<String> events = new ArrayList<>();

    @Override
    List<String> order() {
        if (again) {
            var words = new ArrayList<>(List.of("hook-again", endpoint));
            words.addAll(events);
            return words;
        }
        return List.of(dead ? "hook-dead" : enable ? "hook-enable" : "hook-test", endpoint);
    }
}
