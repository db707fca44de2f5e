package vn.gopy.request;

/// A beginning of an answer that an office keeps.
///
/// @param own whether it is the reader's office's, not the province's
public record Template(long id, String name, String text, boolean own) {}
