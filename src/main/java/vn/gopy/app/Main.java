package vn.gopy.app;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import vn.gopy.config.SettingsException;
import vn.gopy.db.DatabaseException;
import vn.gopy.policy.PolicyException;

/// Góp Ý from the command line. Without a command it serves.
@Command(name = "gopy", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Residents ask and speak in chat; communes read figures that nobody can trace."}, subcommands = {
                ServeCommand.class, ChatCommand.class, ReadCommand.class, AskCommand.class,
                PlaceCommand.class,
                ReleaseCommand.class, EraseCommand.class,
                RetainCommand.class, BackupCommand.class, RestoreCommand.class, DoctorCommand.class,
                HookCommand.class, OfficialCommand.class, AuditCommand.class, TokenCommand.class,
                PoliciesCommand.class,
                EvaluateCommand.class, RehearseCommand.class,
                HelpCommand.class})
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_SETTING = 2;

    private Main() {}

    /// Runs one command and ends with its exit code: 0 done, 1 failed, 2 wrong use, setting or
    /// policies, 3 damaged data.
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // charts are drawn without a screen
        var words = args.length == 0 ? new String[]{"serve"} : args;
        int code = (words[0].equals("serve") ? serving() : commands()).execute(words);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commands() {
        return told(new CommandLine(new Main()));
    }

    /// The one command that must start soon, without looking at the others.
    static CommandLine serving() {
        return told(new CommandLine(CommandSpec.create().name("gopy")).addSubcommand(new ServeCommand()));
    }

    private static CommandLine told(CommandLine line) {
        IExecutionExceptionHandler handler = (fault, command, _) -> told(fault, command);
        return line.setExecutionExceptionHandler(handler).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int told(Exception fault, CommandLine command) throws Exception {
        var err = command.getErr();
        if (fault instanceof SettingsException || fault instanceof PolicyException) {
            err.println(fault.getMessage());
            return WRONG_SETTING;
        }
        if (fault instanceof Refusal refusal) {
            err.println(refusal.getMessage());
            return refusal.code();
        }
        if (fault instanceof DatabaseException broken) {
            err.println(broken.getMessage());
            Optional.ofNullable(broken.getCause()).map(Throwable::getMessage).ifPresent(err::println);
            return FAILED;
        }
        throw fault;
    }
}
