package vn.gopy.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.config.SettingsFile;
import vn.gopy.fakes.SettableClock;

/// The real program on a real file, on free ports of this machine, under a clock that a test moves.
public final class RunningHouse implements AutoCloseable {
    /// Tests wait for what is looked for every few seconds.
    private static final int HASTE = 10;

    private final DataFolder.Lock lock;
    private final Ground ground;
    private final App app;

    private RunningHouse(DataFolder.Lock lock, Ground ground, App app) {
        this.lock = lock;
        this.ground = ground;
        this.app = app;
    }

    /// Starts it with settings as an environment gives them: `GOPY_…`.
    public static RunningHouse start(Path data, SettableClock clock, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("GOPY_DATA", data.toString());
        all.putIfAbsent("GOPY_PORT", "0");
        all.putIfAbsent("GOPY_RESIDENT_MESSAGES_PER_MINUTE", "0");
        all.put("GOPY_TELEGRAM_MESSAGES_PER_SECOND", "0");
        all.put("GOPY_TELEGRAM_CHAT_MESSAGES_PER_SECOND", "0");
        all.put("GOPY_DISK_BALLAST_MB", "0");
        var settings = SettingsFile.defaults(all);
        var folder = new DataFolder(data);
        var lock = folder.lock().orElseThrow();
        var ground = Ground.open(settings, folder, clock);
        return new RunningHouse(lock, ground, App.open(ground, Brain.open(ground), HASTE));
    }

    public String address() {
        return "http://127.0.0.1:" + app.port();
    }

    /// Gives an operator's order, as the command line does.
    String order(String... words) {
        return ground.office().answer(List.of(words));
    }

    /// Every door that is there, by method and path.
    List<String> doors() {
        return app.doors();
    }

    int port() {
        return app.port();
    }

    Ground ground() {
        return ground;
    }

    @Override
    public void close() {
        app.close();
        ground.close();
        lock.close();
    }
}
