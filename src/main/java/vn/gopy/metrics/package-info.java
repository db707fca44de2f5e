/// Counters and gauges, as Prometheus reads them. They count; they name nobody.
@NullMarked
package vn.gopy.metrics;

import org.jspecify.annotations.NullMarked;
