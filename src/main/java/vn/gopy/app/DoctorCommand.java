package vn.gopy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.gopy.channel.telegram.Telegram;
import vn.gopy.channel.telegram.TelegramSettings;
import vn.gopy.channel.web.WebChatSettings;
import vn.gopy.channel.webhook.BridgeSettings;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;
import vn.gopy.db.Upkeep;
import vn.gopy.dialogue.DialogueSettings;
import vn.gopy.hook.HookSettings;
import vn.gopy.metrics.Metrics;
import vn.gopy.official.OfficialSettings;
import vn.gopy.reception.Keeping;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.vault.Keys;
import vn.gopy.web.Callers;
import vn.gopy.web.WebSettings;
import vn.gopy.wire.WireSettings;

/// `gopy doctor`.
@Command(name = "doctor", mixinStandardHelpOptions = true, description = {
        "Checks settings, keys, database, disk, endpoints, Telegram token and webhook, and says what to mend."})
final class DoctorCommand implements Callable<Integer> {
    private static final long STALE_DAYS = 180;
    private static final Duration OLD_BACKUP = Duration.ofDays(7);

    @Mixin
    private final Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<String> mend = new ArrayList<>();

    @Override
    public Integer call() {
        var settings = options.settings();
        var folder = new DataFolder(settings.path("data"));
        rooms(settings);
        numbers(DialogueSettings.from(settings));
        data(settings, folder);
        disk(settings, folder);
        backups(folder);
        telegram(settings);
        spec.commandLine().getOut().println(mend.isEmpty() ? "all well" : mend.size() + " to mend");
        return mend.isEmpty() ? 0 : 1;
    }

    /// Every room reads its settings; a wrong one stops here with its own name.
    private void rooms(Settings settings) {
        WebSettings.from(settings);
        WebChatSettings.from(settings);
        BridgeSettings.from(settings);
        HookSettings.from(settings);
        WireSettings.from(settings);
        ReleaseSettings.from(settings);
        Keeping.from(settings);
        OfficialSettings.from(settings);
        Callers.from(settings);
        TelegramSettings.from(settings);
        well("settings are sound");
    }

    private void numbers(DialogueSettings settings) {
        long days = ChronoUnit.DAYS.between(settings.checkedOn(), LocalDate.now(ZoneOffset.UTC));
        report(days <= STALE_DAYS, "emergency numbers were checked " + days + " days ago",
                "call them, then set emergency-checked-on to today");
    }

    private void data(Settings settings, DataFolder folder) {
        if (!Files.exists(folder.database())) {
            well("no database yet: the first start makes it");
            return;
        }
        boolean open = folder.isOpenToOthers();
        report(!open, "the data folder " + (open ? "can be read by other users" : "is private"),
                "run chmod 700 on " + folder.path());
        keys(folder);
        var faults = Upkeep.of(folder.database()).faults(true);
        report(faults.isEmpty(),
                "database " + (faults.isEmpty() ? "is sound" : "is damaged: " + faults.getFirst()),
                "run gopy restore with the last backup");
        if (faults.isEmpty()) {
            var endpoints = HookSettings.from(settings).endpoints();
            Upkeep.of(folder.database()).read(tx -> new EndpointCheckup().look(tx, endpoints))
                    .forEach(remark -> report(remark.well(), remark.found(), remark.toMend()));
        }
    }

    private void keys(DataFolder folder) {
        try {
            Keys.of(folder.keys());
            well("keys are there and private");
        } catch (SettingsException fault) {
            report(false, String.valueOf(fault.getMessage()), "until then the service does not start");
        }
    }

    private void disk(Settings settings, DataFolder folder) {
        try {
            var place = Files.exists(folder.path())
                    ? folder.path()
                    : folder.path().toAbsolutePath().getParent();
            long free = Files.getFileStore(place).getUsableSpace() >> 20;
            long least = settings.number("disk-watermark-mb", 1, 1 << 30);
            report(free >= 2 * least, free + " MB of disk are free",
                    "make room: below " + least + " MB the intake stops");
        } catch (IOException fault) {
            report(false, "the data folder cannot be looked at", "check its path and permissions");
        }
    }

    private void backups(DataFolder folder) {
        if (!Files.exists(folder.database())) {
            return;
        }
        try (var files = Files.exists(folder.backups())
                ? Files.list(folder.backups())
                : Stream.<Path>empty()) {
            var newest = files.filter(file -> file.toString().endsWith(".db"))
                    .map(file -> Instant.ofEpochMilli(file.toFile().lastModified())).max(Instant::compareTo);
            boolean fresh = newest.filter(at -> at.isAfter(Instant.now().minus(OLD_BACKUP))).isPresent();
            report(fresh, newest.map(at -> "the last backup is of " + at).orElse("there is no backup"),
                    "run gopy backup every day");
        } catch (IOException fault) {
            report(false, "the backups cannot be looked at", "check the permissions of " + folder.backups());
        }
    }

    private void telegram(Settings settings) {
        var room = Telegram.open(TelegramSettings.from(settings), new Metrics());
        if (room.isEmpty()) {
            well("telegram is off");
            return;
        }
        try (var telegram = room.get()) {
            telegram.checkup().look().forEach(remark -> {
                if (!remark.well()) {
                    mend.add(remark.says());
                }
                print(remark.well(), remark.says());
            });
        }
    }

    private void report(boolean well, String found, String toMend) {
        if (!well) {
            mend.add(found);
        }
        print(well, well ? found : found + ": " + toMend);
    }

    private void well(String found) {
        print(true, found);
    }

    private void print(boolean well, String line) {
        spec.commandLine().getOut().println((well ? "ok    " : "mend  ") + line);
    }
}
