package vn.gopy.release;

import java.util.List;

/// Looks at a period's figures with the eyes of somebody who wants to learn about a few persons, before they
/// are published.
@FunctionalInterface
interface Auditor {
    /// What speaks against publishing; empty when nothing does. One objection stops the whole release.
    List<String> objections(Draft draft);
}
