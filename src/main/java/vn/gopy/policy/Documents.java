package vn.gopy.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The documents by their ids, and how a claim cites them.
record Documents(Map<String, Document> byId) {
    Documents {
        byId = Map.copyOf(byId);
    }

    /// Reads `document`, `document 14`, `document 18/3` or `document 14 via page`.
    ///
    /// @param node where it is written, for the complaint
    Source cited(Node node, String written, LocalDate checked) {
        var halves = written.split(" via ", -1);
        var parts = halves[0].strip().split(" ", 2);
        var place = parts.length == 1 ? new String[]{""} : parts[1].split("/", 2);
        var document = known(node, parts[0]);
        var via = halves.length == 1 ? "" : known(node, halves[1].strip()).number();
        return new Source(document.id(), document.number(), place[0], place.length == 1 ? "" : place[1], via,
                document.inForceFrom(), checked);
    }

    /// A document that such a citation names and nobody knows, if there is one.
    Optional<String> unknown(String written) {
        return Stream.of(written.split(" via ", -1)).map(half -> half.strip().split(" ", 2)[0])
                .filter(id -> !byId.containsKey(id)).findFirst();
    }

    private Document known(Node node, String id) {
        var document = byId.get(id);
        if (document == null) {
            throw node.wrong("no document '" + id + "' in documents.yaml");
        }
        return document;
    }
}
