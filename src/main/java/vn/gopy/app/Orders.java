package vn.gopy.app;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import vn.gopy.config.Settings;

/// Carries an operator's order to the running service, or, when none runs, opens the data itself.
final class Orders {
    private Orders() {}

    /// Gives the order and returns the answer, lines of text.
    static String give(Settings settings, List<String> words) {
        var folder = new DataFolder(settings.path("data"));
        return ControlSocket.ask(folder.socket(), words)
                .orElseGet(() -> alone(settings, folder, office -> office.answer(words)));
    }

    private static String alone(Settings settings, DataFolder folder, Function<Office, String> order) {
        try (var _ = folder.lock().orElseThrow(() -> new Refusal(1,
                "another process has " + folder.path() + " and does not answer: stop it first"));
                var ground = Ground.open(settings, folder, InstantSource.system())) {
            return order.apply(ground.office());
        }
    }
}
