package vn.gopy.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads the parameters of an address strictly: an unknown, a repeated or an empty one is a bad request.
public final class Query {
    private Query() {}

    /// The parameters by name; `known` are the names that may occur, `lang` always may.
    public static Map<String, String> of(Context request, Set<String> known) {
        var read = new TreeMap<String, String>();
        request.queryParamMap().forEach((name, values) -> {
            boolean strange = !known.contains(name) && !name.equals("lang");
            if (strange || values.size() != 1 || values.getFirst().isBlank()) {
                throw new BadRequestResponse("a parameter that is not known, repeated or empty");
            }
            read.put(name, values.getFirst());
        });
        return read;
    }
}
