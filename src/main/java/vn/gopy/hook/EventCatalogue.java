package vn.gopy.hook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Every type of event with its schema and its example, as `docs/events/` has them.
public final class EventCatalogue {
    private final List<Entry> entries;

    private EventCatalogue(List<Entry> entries) {
        this.entries = entries;
    }

    /// A type of event.
    ///
    /// @param schema  JSON Schema, as it stands in the file
    /// @param example an event, likewise
    public record Entry(String type, String schema, String example) {
        /// The end of the phrase that tells what the event is.
        public String word() {
            return type.replace('.', '-');
        }
    }

    /// Reads what was shipped. Throws when a type has no schema or no example.
    public static EventCatalogue open() {
        return new EventCatalogue(HookSettings.types().stream().sorted()
                .map(type -> new Entry(type, read(type + ".schema.json"), read(type + ".example.json")))
                .toList());
    }

    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> find(String type) {
        return entries.stream().filter(entry -> entry.type().equals(type)).findFirst();
    }

    private static String read(String file) {
        try (InputStream stream = EventCatalogue.class.getResourceAsStream("/events/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the program has no events/" + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("could not read events/" + file, broken);
        }
    }
}
