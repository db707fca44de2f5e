package vn.gopy.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the parameters of an address strictly: an unknown, a repeated or an empty one is a bad request, and
/// the answer names it.
public final class Query {
    /// Under this name a refusal carries the parameters it is about.
    static final String NAMES = "parameters";

    private Query() {}

    /// The parameters of a page by name; `known` are the names that may occur, `lang` always may.
    public static Map<String, String> of(Context request, Set<String> known) {
        var names = new HashSet<>(known);
        names.add("lang");
        return exactly(request, names);
    }

    /// What the form of a page asks for: as [#of], but a field that was left empty is as good as left out.
    public static Map<String, String> asked(Context request, Set<String> known) {
        var read = new TreeMap<String, String>();
        var wrong = new TreeSet<String>();
        request.queryParamMap().forEach((name, values) -> {
            if ((!known.contains(name) && !name.equals("lang")) || values.size() != 1) {
                wrong.add(name);
            } else if (!values.getFirst().isBlank()) {
                read.put(name, values.getFirst());
            }
        });
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
        return read;
    }

    /// The parameters of an address for programs, which has no `lang`.
    public static Map<String, String> exactly(Context request, Set<String> known) {
        var read = new TreeMap<String, String>();
        var wrong = new TreeSet<String>();
        request.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name) || values.size() != 1 || values.getFirst().isBlank()) {
                wrong.add(name);
            } else {
                read.put(name, values.getFirst());
            }
        });
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
        return read;
    }

    /// A bad request for the sake of these parameters. What cannot be a parameter's name is not said again.
    public static BadRequestResponse refusal(Collection<String> names) {
        var told = names.stream().map(name -> name.matches("[A-Za-z0-9_.-]{1,40}") ? name : "?").distinct()
                .sorted().collect(Collectors.joining(","));
        return new BadRequestResponse("parameters that are not known, repeated, empty or no code",
                Map.of(NAMES, told));
    }
}
