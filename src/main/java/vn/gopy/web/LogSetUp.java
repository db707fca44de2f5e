package vn.gopy.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.List;

/// What is logged, and where: one event, one line of JSON on standard error; what belongs to a person is never in it.
/// Logback finds it by `META-INF/services`. It is said here and not in a file, because reading that file
/// takes a fifth of a second of a cold start; whoever names one with `-Dlogback.configurationFile` is heard.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogSetUp extends ContextAwareBase implements Configurator {
    private static final List<String> TALKATIVE = List.of("org.eclipse.jetty", "io.javalin", "org.flywaydb");

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logging.getStatusManager().add(new NopStatusListener());
        var lines = new LogLines();
        lines.setContext(logging);
        lines.start();
        var out = new ConsoleAppender<ILoggingEvent>();
        out.setContext(logging);
        out.setName("LINES");
        out.setTarget(ConsoleTarget.SystemErr.getName());
        out.setEncoder(lines);
        out.start();
        TALKATIVE.forEach(name -> logging.getLogger(name).setLevel(Level.WARN));
        var all = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        all.setLevel(Level.INFO);
        all.addAppender(out);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
