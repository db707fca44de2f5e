package vn.gopy.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.gopy.dashboard.Finding;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.metrics.Tides;

/// The findings of the operations page: those of `gopy doctor`, and what only the running service knows.
final class RunningChecks {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long MANY_PENDING = 100;
    private static final Predicate<String> RECEIVED = named("gopy_heard_total", "as=\"recorded\"");
    private static final Predicate<String> ANSWERED = named("gopy_delivered_total", "as=\"sent\"")
            .and(name -> !name.contains("channel=\"hook\""));
    private static final Predicate<String> REFUSED = named("gopy_telegram_refused_total", "")
            .or(named("gopy_bridge_answers_total", "status=\"4")).or(named("gopy_too_fast_total", ""));
    private static final Predicate<String> FAILED = named("gopy_heard_total", "as=\"unavailable\"")
            .or(named("gopy_telegram_unavailable_total", "")).or(named("gopy_turn_faults_total", ""));

    private final Ground ground;
    private final Tides tides;
    private final Supplier<List<String>> troubles;

    /// @param troubles why the service is not well, as `/health` tells it
    RunningChecks(Ground ground, Tides tides, Supplier<List<String>> troubles) {
        this.ground = ground;
        this.tides = tides;
        this.troubles = troubles;
    }

    private static Predicate<String> named(String family, String label) {
        return name -> name.startsWith(family) && name.contains(label);
    }

    List<Finding> look() {
        var found = new ArrayList<Finding>();
        troubles.get().forEach(trouble -> found
                .add(Finding.of(Section.DATABASE, "trouble", State.ACT, Map.of("trouble", trouble))));
        found.addAll(intake());
        found.addAll(telegram());
        var settings = ground.settings();
        var folder = new FolderChecks(settings, ground.folder(), ground.clock());
        return Stream.of(found, folder.look(),
                ground.database().read(new BookChecks(settings, ground.clock())::look))
                .flatMap(List::stream).toList();
    }

    private List<Finding> intake() {
        long failed = tides.rose(HOUR, FAILED);
        return List.of(flow("intake.received", RECEIVED, State.OK),
                flow("intake.answered", ANSWERED, State.OK),
                flow("intake.refused", REFUSED, State.OK),
                flow("intake.failed", FAILED, failed > 0 ? State.LOOK : State.OK));
    }

    private Finding flow(String name, Predicate<String> counters, State state) {
        return Finding.of(Section.INTAKE, name, state,
                Map.of("hour", tides.rose(HOUR, counters), "day", tides.rose(DAY, counters)));
    }

    /// What Telegram said when it was last asked about the webhook; nothing where none is registered.
    private List<Finding> telegram() {
        var metrics = ground.metrics();
        var found = new ArrayList<Finding>();
        metrics.shown("gopy_telegram_pending_updates").ifPresent(pending -> found.add(Finding.of(
                Section.INTAKE, "telegram.pending", pending < MANY_PENDING ? State.OK : State.LOOK,
                Map.of("pending", pending))));
        metrics.shown("gopy_telegram_last_error_seconds").filter(seconds -> seconds > 0)
                .ifPresent(seconds -> found.add(error(Instant.ofEpochSecond(seconds))));
        return found;
    }

    private Finding error(Instant at) {
        boolean young = at.plus(HOUR).isAfter(ground.clock().instant());
        return Finding.of(Section.INTAKE, "telegram.error", young ? State.LOOK : State.OK, Map.of("at", at));
    }

}
