package vn.gopy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;
import vn.gopy.dashboard.Finding;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.vault.Keys;

/// What `gopy doctor` and the operations page find in the data folder and in the settings.
final class FolderChecks {
    private static final long STALE_DAYS = 180;
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration YOUNG_BACKUP = Duration.ofHours(26);
    private static final Duration OLD_BACKUP = Duration.ofDays(7);
    private static final long LONG_LOG_MB = 64;
    private static final long LONGEST_LOG_MB = 256;

    private final Settings settings;
    private final DataFolder folder;
    private final InstantSource clock;

    FolderChecks(Settings settings, DataFolder folder, InstantSource clock) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    /// Everything, whether there is a database already or not.
    List<Finding> look() {
        var found = new ArrayList<>(List.of(disk(), version(), numbers()));
        if (folder.isNew()) {
            found.add(Finding.of(Section.DATABASE, "database.new", State.OK, Map.of()));
        } else {
            found.addAll(List.of(size(), log(), backups(), privacy(), keys()));
        }
        return found;
    }

    private Finding disk() {
        long least = settings.number("disk-watermark-mb", 1, 1 << 30);
        try {
            var place = Files.exists(folder.path())
                    ? folder.path()
                    : folder.path().toAbsolutePath().getParent();
            long free = Files.getFileStore(place).getUsableSpace() >> 20;
            var state = free >= 2 * least ? State.OK : free >= least ? State.LOOK : State.ACT;
            return Finding.of(Section.DISK, "disk.free", state, Map.of("free", free, "least", least));
        } catch (IOException fault) {
            return Finding.of(Section.DISK, "disk.unknown", State.ACT, Map.of());
        }
    }

    private static Finding version() {
        return Finding.of(Section.HOUSE, "version", State.OK, Map.of("version", Version.text(), "java",
                System.getProperty("java.version", "?")));
    }

    private Finding numbers() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(DialogueSettings.from(settings).checkedOn(), today);
        return Finding.of(Section.HOUSE, "emergency", days <= STALE_DAYS ? State.OK : State.ACT,
                Map.of("days", days));
    }

    private Finding size() {
        return Finding.of(Section.DATABASE, "database.size", State.OK,
                Map.of("megabytes", megabytes(folder.database())));
    }

    private Finding log() {
        long length = megabytes(folder.path().resolve("gopy.db-wal"));
        var state = length < LONG_LOG_MB ? State.OK : length < LONGEST_LOG_MB ? State.LOOK : State.ACT;
        return Finding.of(Section.DATABASE, "database.log", state, Map.of("megabytes", length));
    }

    private static long megabytes(Path file) {
        return (file.toFile().length() + (1 << 20) - 1) >> 20;
    }

    /// A copy counts when it has its name, which it gets last, and the residents' keys lie beside it.
    private Finding backups() {
        try {
            return newest().map(this::backup)
                    .orElseGet(() -> Finding.of(Section.BACKUPS, "backup.none", State.ACT, Map.of()));
        } catch (IOException fault) {
            return Finding.of(Section.BACKUPS, "backup.unknown", State.ACT, Map.of());
        }
    }

    private Finding backup(Instant at) {
        var age = Duration.between(at, clock.instant());
        var state = age.compareTo(YOUNG_BACKUP) < 0
                ? State.OK
                : age.compareTo(OLD_BACKUP) < 0 ? State.LOOK : State.ACT;
        return Finding.of(Section.BACKUPS, "backup.last", state, Map.of("at", at, "next", at.plus(DAILY)));
    }

    private Optional<Instant> newest() throws IOException {
        if (!Files.exists(folder.backups()) || !new Backups(folder).hasKeys()) {
            return Optional.empty();
        }
        try (var files = Files.list(folder.backups())) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .map(file -> Instant.ofEpochMilli(file.toFile().lastModified())).max(Instant::compareTo);
        }
    }

    private Finding privacy() {
        return folder.isOpenToOthers()
                ? Finding.of(Section.HOUSE, "folder.open", State.ACT,
                        Map.of("folder", folder.path().toString()))
                : Finding.of(Section.HOUSE, "folder.private", State.OK, Map.of());
    }

    private Finding keys() {
        try {
            Keys.of(folder.keys());
            return Finding.of(Section.HOUSE, "keys", State.OK, Map.of());
        } catch (SettingsException fault) {
            return Finding.of(Section.HOUSE, "keys.fault", State.ACT,
                    Map.of("why", String.valueOf(fault.getMessage())));
        }
    }
}
