package vn.gopy.dashboard;

import java.util.Optional;

/// One picture on a page of figures, with the table behind it.
///
/// A new one is a class, a template `chart-<name>.jte` with parameters `page`, `view`, `words` and `drawing`,
/// the phrase `figures.<name>.title`, and a line in `PageParts`.
public interface Chart {
    String name();

    /// What its template draws; empty when it has nothing to show for this place and period.
    Optional<?> drawing(View view);
}
