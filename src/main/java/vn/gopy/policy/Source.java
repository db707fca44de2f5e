package vn.gopy.policy;

import java.time.LocalDate;
import java.util.Optional;

/// Where a claim stands: document, place in it, when it was last checked.
///
/// @param document  the id of a [Document]
/// @param title     what the resident sees of the document, such as `NQ 1679/NQ-UBTVQH15` or `báo Lao Động`
/// @param article   the number of the article, empty when there is none
/// @param clause    the number of the clause, with its point if it has one, empty when there is none
/// @param via       where its wording was read, when the document itself was not: `Thư viện Pháp luật`; else
///                  empty
/// @param inForce   the day the document came into force, if it is one that does
/// @param checkedOn the day somebody last looked
public record Source(String document, String title, String article, String clause, String via,
        Optional<LocalDate> inForce, LocalDate checkedOn) {

    /// The same document and article at a clause.
    Source at(String otherClause) {
        return new Source(document, title, article, otherClause, via, inForce, checkedOn);
    }
}
