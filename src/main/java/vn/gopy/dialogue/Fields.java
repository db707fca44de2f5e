package vn.gopy.dialogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/// Writes the fields of a JSON object, one after the other, into memory.
final class Fields {
    private static final int USUAL_BYTES = 256;

    private final JsonGenerator json;

    private Fields(JsonGenerator json) {
        this.json = json;
    }

    /// The object, in UTF-8.
    static byte[] written(JsonFactory factory, Consumer<Fields> fields) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (var json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            fields.accept(new Fields(json));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("could not write into memory", impossible);
        }
        return bytes.toByteArray();
    }

    Fields put(String name, String value) {
        return then(() -> json.writeStringField(name, value));
    }

    Fields put(String name, long value) {
        return then(() -> json.writeNumberField(name, value));
    }

    Fields put(String name, boolean value) {
        return then(() -> json.writeBooleanField(name, value));
    }

    Fields put(String name, List<String> values) {
        return then(() -> {
            json.writeArrayFieldStart(name);
            for (var value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        });
    }

    /// An object within this one.
    Fields object(String name, Consumer<Fields> fields) {
        return then(() -> {
            json.writeObjectFieldStart(name);
            fields.accept(this);
            json.writeEndObject();
        });
    }

    private interface Written {
        void write() throws IOException;
    }

    private Fields then(Written written) {
        try {
            written.write();
        } catch (IOException impossible) {
            throw new UncheckedIOException("could not write into memory", impossible);
        }
        return this;
    }
}
