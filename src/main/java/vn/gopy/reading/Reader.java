package vn.gopy.reading;

import vn.gopy.text.Language;

/// Reads what residents type. Safe to share between threads; never throws, whatever the text is.
public interface Reader {
    /// All that the message means. Empty, endless, binary or foreign texts have a reading too.
    Reading read(String text);

    /// The text with each of the reading's spans replaced by its placeholder in that language, such as «số
    /// điện thoại». The reading must be of this very text.
    String masked(String text, Reading reading, Language language);
}
