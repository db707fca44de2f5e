package vn.gopy.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.gopy.db.DatabaseException;

/// What stands in an entry, by column; a column without a text is empty.
public record Cells(Map<String, String> texts) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {
    };

    public Cells {
        texts = Map.copyOf(texts);
    }

    /// The text in a column, which may be empty.
    public String of(String column) {
        return texts.getOrDefault(column, "");
    }

    /// A day in a column of days.
    public Optional<LocalDate> day(String column) {
        return Optional.of(of(column)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    static Cells parse(String json) {
        try {
            return new Cells(JSON.readValue(json, TEXTS));
        } catch (JsonProcessingException broken) {
            throw new DatabaseException("read an entry of a register", broken);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(new TreeMap<>(texts));
        } catch (JsonProcessingException broken) {
            throw new DatabaseException("write an entry of a register", broken);
        }
    }
}
