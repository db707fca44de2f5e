package vn.gopy.policy;

import java.util.List;
import java.util.Map;

/// Everything that stands under `config/policies/`, read and checked.
///
/// @param asks    the ways of asking for what is known of every unit: aspect → sentences with `{x}` for the unit's name
/// @param version a short name of exactly this content
public record Shelf(Map<String, Document> documents, List<Entry> entries, Map<String, List<String>> asks,
        Wording wording, Judge judge, String version) {
    public Shelf {
        documents = Map.copyOf(documents);
        entries = List.copyOf(entries);
        asks = Map.copyOf(asks);
    }
}
