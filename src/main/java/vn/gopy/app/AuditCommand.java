package vn.gopy.app;

import java.util.List;
import picocli.CommandLine.Command;

/// `gopy audit`.
@Command(name = "audit", mixinStandardHelpOptions = true, description = {
        "The audit trail of officials and orders."}, subcommands = {AuditCommand.VerifyCommand.class})
final class AuditCommand {
    /// `gopy audit verify`.
    @Command(name = "verify", mixinStandardHelpOptions = true, description = {
            "Reads the whole trail and tells the first row that does not fit: exit code 3. Note the last link",
            "elsewhere: a trail that was put back to an earlier day does not hold it any more."})
    static final class VerifyCommand extends OrderCommand {
        @Override
        List<String> order() {
            return List.of("audit-verify");
        }
    }
}
