package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gopy official`.
@Command(name = "official", mixinStandardHelpOptions = true, description = {
        "Accounts of officials. The first operator is invited here; operators invite the others on a page."}, subcommands = {
                OfficialCommand.InviteCommand.class})
final class OfficialCommand {
    /// `gopy official invite`.
    @Command(name = "invite", mixinStandardHelpOptions = true, description = {
            "Prints a one-time code with which somebody sets up an account, on the page /join."})
    static final class InviteCommand extends OrderCommand {
        @Option(names = "--role", required = true, paramLabel = "ROLE", description = {
                "viewer, answerer, approver, editor, operator or auditor"})
        private String role = "";

        @Option(names = "--unit", paramLabel = "CODE", description = {
                "the code of a new unit; without it, all of the province"})
        private String unit = "";

        @Override
        List<String> order() {
            return List.of("official-invite", role, unit.isEmpty() ? "province" : "new:" + unit);
        }
    }
}
