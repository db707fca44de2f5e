package vn.gopy.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.gopy.channel.console.ConsoleChannel;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Shipment;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.reception.Reception;
import vn.gopy.text.Tidying;

/// `gopy chat`.
@Command(name = "chat", mixinStandardHelpOptions = true, description = {
        "Talks to the bot in the terminal. Type, or press a button by its number. Ctrl+D ends."})
final class ChatCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(names = "--keep", description = {
            "keep what is said in the data folder; without it everything is thrown away"})
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var settings = options.settings(Map.of("resident-messages-per-minute", "0"));
        var folder = keep
                ? new DataFolder(settings.path("data"))
                : new DataFolder(Files.createTempDirectory("gopy-chat"));
        try (var _ = folder.lock().orElseThrow(() -> new Refusal(1, "the service runs on " + folder.path()
                + ": leave out --keep, or give another folder with --data"));
                var ground = Ground.open(settings, folder, InstantSource.system())) {
            var brain = Brain.open(ground);
            brain.figures().are(PageParts.figures(ground), settings.text("public-url"));
            brain.offices().are(ground.officials().people());
            var console = new ConsoleChannel(spec.commandLine().getOut(), terminal());
            talk(new Reception(ground.files(), brain.dialogue(), brain.phrases(),
                    letters -> letters.forEach(letter -> print(letter, console, ground.outbox()))), console);
        } finally {
            if (!keep) {
                folder.throwAway();
            }
        }
        return 0;
    }

    /// What was said is printed at once. Other letters in the data folder are the service's: they wait for it.
    private static void print(Parcel.Letter letter, ConsoleChannel console, Outbox outbox) {
        console.send(new Shipment("c" + Math.abs(letter.id()), letter.to(), letter.reply(), letter.pressKey(),
                ""));
        outbox.done(letter.id());
    }

    private void talk(Reception reception, ConsoleChannel console) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        hear(reception, new Incoming.Typed("/start"), 0);
        int number = 1;
        for (var line = next(in); line != null; line = next(in)) {
            var text = Tidying.tidy(line);
            if (!text.isEmpty()) {
                hear(reception, content(text, console), number);
                number++;
            }
        }
    }

    private @Nullable String next(BufferedReader in) throws IOException {
        spec.commandLine().getOut().print("\n> ");
        spec.commandLine().getOut().flush();
        return in.readLine();
    }

    private static Incoming.Content content(String text, ConsoleChannel console) {
        var choice = text.matches("[0-9]{1,2}")
                ? console.choice(Integer.parseInt(text))
                : Optional.<Choice>empty();
        return choice.<Incoming.Content>map(pressed -> new Incoming.Pressed(pressed.payload(), "", ""))
                .orElse(new Incoming.Typed(text));
    }

    private static void hear(Reception reception, Incoming.Content content, int number) {
        var now = Instant.now();
        var key = "c-" + now.toEpochMilli() + "-" + number;
        reception.accept(new Incoming(ConsoleChannel.HERE, key, key, now, Optional.of("vi"), content));
    }

    private static boolean terminal() {
        return System.getenv("NO_COLOR") == null
                && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
