package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gopy token`.
@Command(name = "token", mixinStandardHelpOptions = true, description = {
        "Keys of programs for the API. Operators manage them on the page /tokens, too."}, subcommands = {
                TokenCommand.MakeCommand.class, TokenCommand.ListCommand.class,
                TokenCommand.RevokeCommand.class})
final class TokenCommand {
    /// `gopy token make`.
    @Command(name = "make", mixinStandardHelpOptions = true, description = "Makes a key and prints it once.")
    static final class MakeCommand extends OrderCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "who has it")
        private String name = "";

        @Option(names = "--purpose", required = true, paramLabel = "PURPOSE", description = {
                "figures: reading them; endpoints: managing the systems that get events"})
        private String purpose = "";

        @Option(names = "--unit", paramLabel = "CODE", description = {
                "the code of a new unit whose figures it opens; without it, all of the province"})
        private String unit = "";

        @Option(names = "--days", paramLabel = "N", description = "how long it holds, 1 to 366; 90 without it")
        private int days = 90;

        @Option(names = "--rate", paramLabel = "N", description = "requests a minute; 120 without it")
        private int rate = 120;

        @Override
        List<String> order() {
            return List.of("token-make", purpose, unit.isEmpty() ? "province" : "new:" + unit,
                    Integer.toString(days), Integer.toString(rate), name);
        }
    }

    /// `gopy token list`.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all keys, without the keys.")
    static final class ListCommand extends OrderCommand {
        @Override
        List<String> order() {
            return List.of("token-list");
        }
    }

    /// `gopy token revoke`.
    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a key at once.")
    static final class RevokeCommand extends OrderCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "its number in the list")
        private String id = "";

        @Override
        List<String> order() {
            return List.of("token-revoke", id);
        }
    }
}
