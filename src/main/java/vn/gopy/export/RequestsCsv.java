package vn.gopy.export;

import java.util.List;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.request.Counts;

/// Numbers of requests as CSV, never a row about one. An empty field is a number that too few senders stand
/// behind.
public final class RequestsCsv {
    private static final List<String> HEAD = List.of("month", "area", "area_name", "all", "answered",
            "waiting",
            "late");

    private RequestsCsv() {}

    public static byte[] of(List<Counts.Line> lines, Gazetteer gazetteer) {
        return SafeCsv.of(HEAD, lines.stream().map(line -> List.of(line.month().toString(),
                line.unit().code(), gazetteer.unit(line.unit()).map(Unit::title).orElse(""), said(line.all()),
                said(line.done()), said(line.waiting()), said(line.late()))));
    }

    private static String said(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }
}
