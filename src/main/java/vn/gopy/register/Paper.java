package vn.gopy.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.gopy.policy.Document;

/// A document of the register: one that an editor entered, or one of the library.
///
/// @param id       in addresses: a number, or the library's id, which has letters
/// @param level    a code of [Register#LEVELS]
/// @param asks     what it asks; of whom: `whom`; both may be empty for a document of the library
/// @param library  whether it stands in the library, where it is changed
public record Paper(String id, String number, String title, String issuer, String level,
        Optional<LocalDate> date, Optional<LocalDate> from, Optional<LocalDate> until, String asks,
        String whom,
        boolean library) {
    /// The newest first; those without a day last, by number.
    static final Comparator<Paper> NEWEST = Comparator
            .comparing((Paper paper) -> paper.date().or(paper::from).orElse(LocalDate.MIN)).reversed()
            .thenComparing(Paper::number).thenComparing(Paper::id);

    static Paper of(Document document) {
        return new Paper(document.id(), document.number(), document.title(), document.issuer(),
                document.level(), document.date(), document.inForceFrom(), document.inForceTo(),
                document.asks(), document.whom(), true);
    }

    static Paper of(Entry entry) {
        var cells = entry.cells();
        return new Paper(Long.toString(entry.id()), cells.of("number"), cells.of("title"), cells.of("issuer"),
                cells.of("level"), cells.day("date"), cells.day("from"), cells.day("until"), cells.of("asks"),
                cells.of("whom"), false);
    }

    /// Whether it is over on a day.
    public boolean over(LocalDate day) {
        return until.filter(last -> last.isBefore(day)).isPresent();
    }

    /// As the columns of the register hold it.
    public Cells cells() {
        var cells = new TreeMap<String, String>(Map.of("number", number, "title", title, "issuer", issuer,
                "level", level, "asks", asks, "whom", whom));
        date.ifPresent(day -> cells.put("date", day.toString()));
        from.ifPresent(day -> cells.put("from", day.toString()));
        until.ifPresent(day -> cells.put("until", day.toString()));
        cells.values().removeIf(String::isEmpty);
        return new Cells(cells);
    }

    String searched() {
        return String.join(" ", number, title, issuer, asks, whom);
    }
}
