package vn.gopy.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Counters and gauges of the running program, by name. No name and no label holds a text or an id of a
/// resident.
public final class Metrics {
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final Map<String, LongSupplier> gauges = new ConcurrentHashMap<>();
    private final List<Supplier<Map<String, Long>>> families = new CopyOnWriteArrayList<>();

    /// Adds one. `name` is a Prometheus name, with labels if any: `gopy_heard_total{channel="telegram"}`.
    public void count(String name) {
        counters.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    /// A value that is read each time somebody asks. A second registration replaces the first.
    public void gauge(String name, LongSupplier value) {
        gauges.put(name, value);
    }

    /// Values that are read, with their names, each time somebody asks.
    public void gauges(Supplier<Map<String, Long>> values) {
        families.add(values);
    }

    /// The current value of a counter; 0 when nothing was counted.
    public long counted(String name) {
        var counter = counters.get(name);
        return counter == null ? 0 : counter.sum();
    }

    /// All counters by name, as they stand now.
    public Map<String, Long> counters() {
        var standing = new TreeMap<String, Long>();
        counters.forEach((name, value) -> standing.put(name, value.sum()));
        return standing;
    }

    /// A gauge's value; empty when there is none of this name.
    public Optional<Long> shown(String gauge) {
        return Optional.ofNullable(gauges.get(gauge)).map(LongSupplier::getAsLong);
    }

    /// All values in the Prometheus text format (version 0.0.4), sorted by name.
    public String text() {
        var lines = new ConcurrentSkipListMap<String, Long>();
        counters.forEach((name, value) -> lines.put(name, value.sum()));
        gauges.forEach((name, value) -> lines.put(name, value.getAsLong()));
        families.forEach(values -> lines.putAll(values.get()));
        var page = new StringBuilder();
        var families = new HashSet<String>();
        lines.forEach((name, value) -> {
            var family = name.contains("{") ? name.substring(0, name.indexOf('{')) : name;
            if (families.add(family)) {
                page.append("# TYPE ").append(family)
                        .append(family.endsWith("_total") ? " counter\n" : " gauge\n");
            }
            page.append(name).append(' ').append(value).append('\n');
        });
        return page.toString();
    }
}
