package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `gopy erase`.
@Command(name = "erase", mixinStandardHelpOptions = true, description = {
        "Erases a resident on their request: opinions, session, consent, letters, address, key."})
final class EraseCommand extends OrderCommand {
    @Parameters(index = "0", paramLabel = "CHANNEL", description = "telegram, web or a bridge's name")
    private String channel = "";

    @Parameters(index = "1", paramLabel = "ID", description = "the resident's id there, such as a chat id")
    private String id = "";

    @Override
    List<String> order() {
        return List.of("erase", channel, id);
    }
}
