package vn.gopy.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.gopy.config.Settings;
import vn.gopy.db.Upkeep;
import vn.gopy.place.Gazetteer;

/// `gopy serve`.
@Command(name = "serve", mixinStandardHelpOptions = true, description = {
        "Runs the service: chat page, Telegram, bridges, figures.",
        "This is what gopy does without a command."})
final class ServeCommand implements Callable<Integer> {
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(9);

    @Mixin
    private final Options options = new Options();

    @Option(names = "--port", paramLabel = "N", description = "where to listen; 0 takes any free port")
    private @Nullable Integer port;

    @Option(names = "--demo", description = {
            "a separate data folder with 13 weeks of marked, made-up feedback"})
    private boolean demo;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var settings = settings();
        var folder = new DataFolder(settings.path("data"));
        try (var _ = folder.lock()
                .orElseThrow(() -> new Refusal(1, "another Góp Ý is running on " + folder.path()
                        + ": stop it, or give another folder with --data"));
                var app = open(settings, folder)) {
            tell(settings, app);
            return untilStopped(app);
        }
    }

    private Settings settings() {
        var settings = options.settings();
        var over = new HashMap<String, String>();
        if (port != null) {
            over.put("port", port.toString());
        }
        if (demo) {
            over.put("data", settings.text("data") + "-demo");
        }
        return settings.with(over);
    }

    /// Opens the database while another thread reads what the house knows.
    private App open(Settings settings, DataFolder folder) {
        say("Góp Ý " + Version.text() + " · data in " + folder.path().toAbsolutePath());
        say("reading units, claims and the language model …");
        var gazetteer = Gazetteer.open(settings.text("province"));
        try (var hands = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon(true).factory())) {
            var brain = hands.submit(() -> Brain.open(settings, gazetteer));
            var ground = opened(settings, folder, gazetteer);
            try {
                return App.open(ground, Brain.of(brain));
            } catch (RuntimeException fault) {
                ground.close();
                throw fault;
            }
        }
    }

    private Ground opened(Settings settings, DataFolder folder, Gazetteer gazetteer) {
        var faults = folder.isNew() ? List.<String>of() : Upkeep.of(folder.database()).faults(true);
        if (!faults.isEmpty()) {
            throw new Refusal(3,
                    "the database is damaged (" + faults.getFirst() + "): run gopy restore with a backup");
        }
        var ground = Ground.open(settings, folder, InstantSource.system(), gazetteer);
        if (demo) {
            new DemoFeedback(ground.database(), ground.gazetteer(), this::say).fill(ground.builder(),
                    ground.clock().instant(), settings.zone("time-zone"));
        }
        return ground;
    }

    private void tell(Settings settings, App app) {
        var base = settings.text("public-url").isEmpty()
                ? "http://" + settings.text("host") + ":" + app.port()
                : settings.text("public-url");
        say("");
        say("  chat      " + base + "/");
        say("  figures   " + base + "/figures");
        if (!app.ground().officials().people().hasOperator()) {
            say("  officials nobody can sign in yet: gopy official invite --role operator");
        }
        say("  stop      Ctrl+C");
        say("");
    }

    /// Waits for SIGTERM or Ctrl+C; the shutdown waits until the house is closed, and is no failure: exit
    /// code 0.
    private static int untilStopped(App app) throws InterruptedException {
        var ending = new Ending(LONGEST_CLOSING);
        Runtime.getRuntime().addShutdownHook(
                Thread.ofPlatform().unstarted(() -> Runtime.getRuntime().halt(ending.ask())));
        ending.closeWhenAsked(List.of(app, app.ground()));
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
