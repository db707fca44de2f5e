/// The database: one [Ledger] that writes, in groups, and a few connections that read. SQL is plain; what
/// SQLite has of its own stands in one class.
@NullMarked
package vn.gopy.db;

import org.jspecify.annotations.NullMarked;
