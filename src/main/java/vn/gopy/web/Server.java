package vn.gopy.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.metrics.Metrics;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The HTTP server: Javalin on virtual threads, with the doors that the rooms add, behind the limits of
/// contracts.md section 5. It speaks HTTP/1.1 alone and believes no `X-Forwarded-*`.
public final class Server implements AutoCloseable {
    /// Telegram keeps its connections for 60 s; one that we close first costs a message its place
    /// (contracts.md 3.1).
    private static final long IDLE_MILLIS = 90_000;
    private static final int HEADER_BYTES = 8 * 1024;
    /// The longest body that any door takes.
    static final long BODY_BYTES = 1_000_000;
    private static final int WAITING_CONNECTIONS = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Javalin javalin;
    private final String host;

    private Server(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /// Starts listening, with phrases and counters of its own. Throws when the port is taken.
    public static Server start(WebSettings settings, List<Routes> rooms) {
        var phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        return start(settings, new Problems(new Pages(phrases, "Góp Ý"), new Metrics()), rooms);
    }

    /// Starts listening. Throws when the port is taken.
    public static Server start(WebSettings settings, Problems problems, List<Routes> rooms) {
        var headers = new SecurityHeaders(!settings.publicUrl().isEmpty());
        var javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            // no limit; Javalin's own pool wraps each request in a future
            config.jetty.threadPool = new VirtualThreadPool(0);
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = BODY_BYTES;
            config.http.prefer405over404 = true;
            harden(config, settings, headers, problems);
            problems.addTo(config.routes);
            rooms.forEach(room -> room.addTo(config.routes));
        });
        return new Server(javalin.start(), settings.host());
    }

    private static void harden(JavalinConfig config, WebSettings settings, SecurityHeaders headers,
            Problems problems) {
        var requests = new RequestId.Counter(new SecureRandom().nextLong(1L << 40));
        config.jetty.modifyHttpConfiguration(http -> limits(http, headers));
        config.jetty.modifyServer(server -> {
            server.setHandler(new Gate(requests));
            server.setErrorHandler(new Refusals(problems, headers));
        });
        config.jetty.modifyServletContextHandler(context -> context.setSessionHandler(new NoSessions()));
        config.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            connector.setIdleTimeout(IDLE_MILLIS);
            connector.setAcceptQueueSize(WAITING_CONNECTIONS);
            return connector;
        });
    }

    private static void limits(HttpConfiguration http, SecurityHeaders headers) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.addCustomizer(headers);
    }

    /// The port it listens on: the setting's, or the one the system chose when that is 0.
    public int port() {
        return javalin.port();
    }

    /// Every door that is there, by method and path, such as `GET /figures/{code}`.
    public List<String> doors() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream().map(door -> door.endpoint)
                .filter(door -> door.method.isHttpMethod())
                .map(door -> door.method.name() + " " + door.path).toList();
    }

    /// Asks itself for a page, so that its first reader does not wait for what a program loads when it is first needed.
    /// A fault is logged and changes nothing.
    public void warm(String path) {
        var address = host.isEmpty() || host.equals("0.0.0.0") ? "127.0.0.1" : host;
        try (var page = new URI("http", null, address, port(), path, null, null).toURL().openStream()) {
            page.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | URISyntaxException fault) {
            LOG.atInfo().addKeyValue("page", path).addKeyValue("fault", fault.getClass().getName())
                    .log("a page could not be warmed");
        }
    }

    /// Stops taking requests and waits for those under way.
    @Override
    public void close() {
        javalin.stop();
    }
}
