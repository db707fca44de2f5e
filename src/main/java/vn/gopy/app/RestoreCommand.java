package vn.gopy.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.gopy.db.Database;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;

/// `gopy restore`.
@Command(name = "restore", mixinStandardHelpOptions = true, description = {
        "Puts a backup in the place of the database while the service is stopped.",
        "The old one becomes a copy among the backups."})
final class RestoreCommand implements Callable<Integer> {
    private static final int DAMAGED = 3;

    @Mixin
    private final Options options = new Options();

    @Parameters(index = "0", paramLabel = "FILE", description = "a backup, with residents.keys beside it")
    private Path file = Path.of("");

    @Option(names = "--check", description = "only tell whether it could be restored")
    private boolean check;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var folder = options.folder();
        var backups = new Backups(folder);
        var faults = backups.check(file);
        if (!faults.isEmpty()) {
            faults.forEach(spec.commandLine().getErr()::println);
            return DAMAGED;
        }
        if (check) {
            spec.commandLine().getOut().println("sound: it can be restored");
            return 0;
        }
        try (var _ = folder.lock()
                .orElseThrow(() -> new Refusal(1, "the service runs: stop it before restoring"))) {
            var keys = Keys.of(folder.keys());
            var rows = backups.restore(file, Instant.now());
            note(folder, keys);
            spec.commandLine().getOut().printf("restored: %d residents, %d opinions; start the service now%n",
                    rows.getFirst(), rows.getLast());
            return 0;
        }
    }

    /// The trail is now the copy's: it must tell from where on it goes on.
    private void note(DataFolder folder, Keys keys) {
        try (var database = Database.open(folder.database())) {
            new AuditTrail(database, new Safe(keys), InstantSource.system()).note(AuditTrail.NOBODY,
                    Deed.RESTORED, String.valueOf(file.getFileName()));
        }
    }
}
