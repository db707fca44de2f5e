package vn.gopy.policy;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.gopy.place.Gazetteer;

/// A claim that an editor gives field by field, on its way into the file of its subject.
///
/// @param values what was given, by the field's name; an empty list for what was left out
public record Manuscript(Map<String, List<String>> values) {
    /// What an editor is asked for, in this order.
    public static final List<Field> FIELDS = List.of(
            new Field("subject", "the file it goes into, such as giay-to", false),
            new Field("id", "such as giay-to.the-cu", false),
            new Field("vi", "one fact in Vietnamese, at most 160 characters and 20 words a sentence", false),
            new Field("en", "the same in English", false),
            new Field("title-vi", "a few words for a button, at most 40 characters", false),
            new Field("title-en", "the same in English", false),
            new Field("sources", "each: document article/clause via document; none for the certainty none",
                    true),
            new Field("quote", "the words of the source on which it rests, at most 300 characters", false),
            new Field("certainty", "text, press or none; empty: press", false),
            new Field("topic", "empty: the subject's", false),
            new Field("from", "the first day on which it is true, 2026-01-31; empty: the subject's", false),
            new Field("until", "the last day, if it is known", false),
            new Field("replaced-by", "the id of the claim that says what holds then", false),
            new Field("checked", "the day on which you looked, 2026-01-31; empty: today", false),
            new Field("alongside", "ids of claims that are always said with it", true),
            new Field("further-vi", "who may answer further, if anybody in particular", false),
            new Field("further-en", "the same in English", false),
            new Field("asked", "ways in which residents ask for it, at least three", true));

    /// One thing that an editor is asked for.
    ///
    /// @param several whether it has a line for each value
    public record Field(String name, String hint, boolean several) {}

    public Manuscript {
        values = Map.copyOf(values);
    }

    /// All values of a field.
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /// The first value of a field; empty text for none.
    public String one(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /// The name of the file it goes into.
    public String file() {
        return one("subject") + ".yaml";
    }

    /// That file with the claim at its end.
    public String placed(Snapshot folder, LocalDate today) {
        var text = folder.texts().get(file());
        if (text == null) {
            throw new PolicyException("no file " + file());
        }
        return text + (text.endsWith("\n") ? "" : "\n") + yaml(today);
    }

    /// What must be mended before it can be placed: what cannot be read, and every fault of the lint that the
    /// folder did not have without it.
    public List<String> faults(Snapshot folder, Gazetteer gazetteer, LocalDate today) {
        try {
            return remarks(folder, gazetteer, today).stream().map(Remark::toString).toList();
        } catch (PolicyException broken) {
            return List.of(String.valueOf(broken.getMessage()));
        }
    }

    /// Every fault of the lint on this claim, and those on others that the folder did not have without it.
    /// Throws [PolicyException] where it cannot be read.
    List<Remark> remarks(Snapshot folder, Gazetteer gazetteer, LocalDate today) {
        var faults = faults(folder.with(file(), placed(folder, today)), today, gazetteer);
        if (!faults.stream().allMatch(fault -> fault.claim().equals(one("id")))) {
            faults.removeAll(faults(folder, today, gazetteer));
        }
        return faults;
    }

    private static List<Remark> faults(Snapshot folder, LocalDate today, Gazetteer gazetteer) {
        return Lint.open(folder, gazetteer, today).remarks().stream().filter(Remark::fault)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// The claim as it stands in its file.
    public String yaml(LocalDate today) {
        var text = new StringBuilder();
        text.append("  - id: ").append(quoted(one("id"))).append('\n');
        List.of("vi", "en").forEach(key -> line(text, key, one(key)));
        pair(text, "title");
        list(text, "sources");
        List.of("quote", "certainty", "topic", "from", "until", "replaced-by")
                .forEach(key -> line(text, key, one(key)));
        line(text, "checked", one("checked").isEmpty() ? today.toString() : one("checked"));
        list(text, "alongside");
        pair(text, "further");
        list(text, "asked");
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    private void pair(StringBuilder text, String key) {
        var parts = List.of("vi", "en").stream().filter(tag -> !one(key + "-" + tag).isEmpty())
                .map(tag -> tag + ": " + quoted(one(key + "-" + tag))).collect(Collectors.joining(", "));
        if (!parts.isEmpty()) {
            text.append("    ").append(key).append(": {").append(parts).append("}\n");
        }
    }

    private void list(StringBuilder text, String key) {
        if (!all(key).isEmpty()) {
            text.append("    ").append(key).append(":\n");
            all(key).forEach(value -> text.append("      - ").append(quoted(value)).append('\n'));
        }
    }

    /// YAML reads what JSON quotes.
    private static String quoted(String value) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
