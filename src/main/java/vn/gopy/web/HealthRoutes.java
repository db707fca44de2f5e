package vn.gopy.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.gopy.metrics.Metrics;

/// What a watcher asks: is the service well (`/health`), and how much has it done (`/metrics`).
public final class HealthRoutes implements Routes {
    private final Supplier<List<String>> problems;
    private final Metrics metrics;
    private final Guard guard;

    /// @param problems what is wrong now, in words that anybody may read; empty when all is well
    public HealthRoutes(Supplier<List<String>> problems, Metrics metrics, Guard guard) {
        this.problems = problems;
        this.metrics = metrics;
        this.guard = guard;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health", this::health);
        routes.get("/metrics", this::metrics);
    }

    private void health(Context request) {
        var wrong = problems.get();
        request.header("Cache-Control", "no-store").status(wrong.isEmpty() ? 200 : 503);
        if (!wrong.isEmpty()) {
            request.header("Retry-After", "30");
        }
        request.json(Map.of("status", wrong.isEmpty() ? "ok" : "degraded", "problems", wrong))
                .contentType(Tagged.JSON);
    }

    private void metrics(Context request) {
        if (!guard.lets(request)) {
            throw new NotFoundResponse();
        }
        request.header("Cache-Control", "no-store")
                .contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.text());
    }
}
