package vn.gopy.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.gopy.answer.ClaimDesk;
import vn.gopy.policy.Manuscript;

/// A claim as the fields of a form: lists are lines, and each source has four fields of its own.
///
/// @param values by the field's name; what is missing is empty
public record ClaimForm(Map<String, String> values) {
    /// How many sources a claim has at most.
    public static final int SOURCES = 3;
    private static final List<String> SOURCE = List.of("document", "article", "clause", "via");
    private static final Set<String> LINES = Set.of("asked", "alongside");

    public ClaimForm {
        values = Map.copyOf(values);
    }

    /// The names of all fields.
    static Set<String> fields() {
        var names = new HashSet<String>();
        Manuscript.FIELDS.stream().map(Manuscript.Field::name).filter(name -> !name.equals("sources"))
                .forEach(names::add);
        for (int row = 1; row <= SOURCES; row++) {
            for (var part : SOURCE) {
                names.add(part + row);
            }
        }
        return names;
    }

    /// What an editor typed.
    static ClaimForm typed(Map<String, String> form) {
        var values = new HashMap<>(form);
        values.keySet().retainAll(fields());
        return of(new ClaimForm(values).manuscript());
    }

    /// A claim that is kept.
    static ClaimForm of(Manuscript claim) {
        var values = new HashMap<String, String>();
        claim.values().forEach((field, all) -> {
            if (!field.equals("sources")) {
                values.put(field, String.join("\n", all));
            }
        });
        var sources = claim.all("sources");
        IntStream.range(0, Math.min(SOURCES, sources.size()))
                .forEach(row -> source(values, row + 1, sources.get(row)));
        return new ClaimForm(values);
    }

    private static void source(Map<String, String> values, int row, String written) {
        var halves = written.split(" via ", 2);
        var parts = (halves[0] + ' ').split(" ", 2);
        var place = (parts[1].strip() + '/').split("/", 3);
        values.put("document" + row, parts[0]);
        values.put("article" + row, place[0]);
        values.put("clause" + row, place[1]);
        values.put("via" + row, halves.length == 1 ? "" : halves[1].strip());
    }

    /// What stands in a field.
    public String in(String field) {
        return values.getOrDefault(field, "");
    }

    Manuscript manuscript() {
        var claim = new HashMap<String, List<String>>();
        Manuscript.FIELDS.stream().map(Manuscript.Field::name).forEach(field -> claim.put(field,
                LINES.contains(field) ? in(field).lines().toList() : List.of(in(field))));
        claim.put("sources", sources());
        return ClaimDesk.tidied(new Manuscript(claim));
    }

    /// Rows that were left empty are none.
    private List<String> sources() {
        var sources = new ArrayList<String>();
        for (int row = 1; row <= SOURCES; row++) {
            var place = in("article" + row).strip()
                    + (in("clause" + row).isBlank() ? "" : "/" + in("clause" + row).strip());
            var via = in("via" + row).isBlank() ? "" : " via " + in("via" + row).strip();
            var document = in("document" + row).strip();
            if (!(document + place + via).isEmpty()) {
                sources.add(
                        (document.isEmpty() ? "–" : document) + (place.isEmpty() ? "" : " " + place) + via);
            }
        }
        return sources;
    }
}
