package vn.gopy.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.gopy.channel.telegram.Telegram;
import vn.gopy.channel.telegram.TelegramSettings;
import vn.gopy.channel.web.WebChatSettings;
import vn.gopy.channel.webhook.BridgeSettings;
import vn.gopy.config.Settings;
import vn.gopy.dashboard.Finding;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.dashboard.FindingWords;
import vn.gopy.db.Upkeep;
import vn.gopy.hook.HookSettings;
import vn.gopy.metrics.Metrics;
import vn.gopy.official.OfficialSettings;
import vn.gopy.reception.Keeping;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.web.Callers;
import vn.gopy.web.WebSettings;
import vn.gopy.wire.WireSettings;

/// `gopy doctor`: what the operations page shows too, as far as it can be found without the running service, and
/// what may take long, such as asking Telegram.
@Command(name = "doctor", mixinStandardHelpOptions = true, description = {
        "Checks settings, keys, database, disk, endpoints, Telegram token and webhook, and says what to mend."})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<String> mend = new ArrayList<>();

    @Override
    public Integer call() {
        var settings = options.settings();
        var folder = new DataFolder(settings.path("data"));
        var clock = InstantSource.system();
        rooms(settings);
        var words = new FindingWords(Phrasebook.open(List.of(Language.ENGLISH)), Language.ENGLISH,
                Optional.empty());
        new FolderChecks(settings, folder, clock).look().forEach(finding -> report(finding, words));
        if (!folder.isNew()) {
            database(folder, new BookChecks(settings, clock)).forEach(finding -> report(finding, words));
        }
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
        print("ok    ", "settings are sound");
    }

    /// Into a database that is damaged it does not look further.
    private static List<Finding> database(DataFolder folder, BookChecks checks) {
        var file = Upkeep.of(folder.database());
        var faults = file.faults(true);
        if (!faults.isEmpty()) {
            return List.of(Finding.of(Section.DATABASE, "database.damaged", State.ACT,
                    Map.of("why", faults.getFirst())));
        }
        var found = new ArrayList<>(file.read(checks::look));
        found.addFirst(Finding.of(Section.DATABASE, "database.sound", State.OK, Map.of()));
        return found;
    }

    private void telegram(Settings settings) {
        var room = Telegram.open(TelegramSettings.from(settings), new Metrics());
        if (room.isEmpty()) {
            print("ok    ", "telegram is off");
            return;
        }
        try (var telegram = room.get()) {
            telegram.checkup().look().forEach(remark -> {
                if (!remark.well()) {
                    mend.add(remark.says());
                }
                print(remark.well() ? "ok    " : "mend  ", remark.says());
            });
        }
    }

    private void report(Finding finding, FindingWords words) {
        var found = words.says(finding);
        if (finding.state() == State.ACT) {
            mend.add(found);
        }
        var word = switch (finding.state()) {
            case OK -> "ok    ";
            case LOOK -> "look  ";
            case ACT -> "mend  ";
        };
        print(word, found + words.toMend(finding).map(wayOut -> ": " + wayOut).orElse(""));
    }

    private void print(String word, String line) {
        spec.commandLine().getOut().println(word + line);
    }
}
