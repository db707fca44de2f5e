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
        counter(name).increment();
    }

    /// Counters of one name that differ in two labels, for what is counted at every message: their names are put
    /// together once.
    public Family family(String name, String label, String other) {
        return new Family(name, label, other);
    }

    /// A value that is read each time somebody asks. A second registration replaces the first.
    public void gauge(String name, LongSupplier value) {
        gauges.put(name, value);
    }

    /// Values that are read, with their names, each time somebody asks.
    public void gauges(Supplier<Map<String, Long>> values) {
        families.add(values);
    }

    private LongAdder counter(String name) {
        return counters.computeIfAbsent(name, _ -> new LongAdder());
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

    /// Counters of one name, by the values of two labels.
    public final class Family {
        private final Map<Values, LongAdder> known = new ConcurrentHashMap<>();
        private final String name;
        private final String label;
        private final String other;

        private Family(String name, String label, String other) {
            this.name = name;
            this.label = label;
            this.other = other;
        }

        /// Adds one. Values come from the program's own words, few enough to be kept.
        public void count(String value, String otherValue) {
            known.computeIfAbsent(new Values(value, otherValue), this::counter).increment();
        }

        private LongAdder counter(Values values) {
            return Metrics.this.counter(name + '{' + label + "=\"" + values.value + "\"," + other + "=\""
                    + values.other + "\"}");
        }

        private record Values(String value, String other) {}
    }
}
