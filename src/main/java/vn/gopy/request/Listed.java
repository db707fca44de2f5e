package vn.gopy.request;

import java.util.List;

/// A page of requests, and how many there are: all, answered, not yet, and late.
///
/// @param more whether there is another page
public record Listed(List<Request> requests, Totals totals, boolean more) {
    public Listed {
        requests = List.copyOf(requests);
    }

    /// Of all that the reader may see in the units of the filter, whatever else it asks for.
    public record Totals(int all, int done, int waiting, int late) {}
}
