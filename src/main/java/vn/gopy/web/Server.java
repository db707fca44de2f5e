package vn.gopy.web;

import io.javalin.Javalin;
import java.util.List;

/// The HTTP server: Javalin on virtual threads, with the doors that the rooms add.
public final class Server implements AutoCloseable {
    private final Javalin javalin;

    private Server(Javalin javalin) {
        this.javalin = javalin;
    }

    /// Starts listening. Throws when the port is taken.
    public static Server start(WebSettings settings, List<Routes> rooms) {
        var javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = 1_000_000L;
            rooms.forEach(room -> room.addTo(config.routes));
        });
        return new Server(javalin.start(settings.host(), settings.port()));
    }

    /// The port it listens on: the setting's, or the one the system chose when that is 0.
    public int port() {
        return javalin.port();
    }

    /// Stops taking requests and waits for those under way.
    @Override
    public void close() {
        javalin.stop();
    }
}
