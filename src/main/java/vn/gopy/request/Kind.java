package vn.gopy.request;

import java.util.Locale;

/// What somebody said about a request, or did with it.
public enum Kind {
    /// The request itself.
    SENT,
    /// The office asks back.
    ASKED,
    /// The sender answers that.
    REPLIED,
    /// The office answers.
    ANSWERED,
    /// The sender opens it again; the words may be empty.
    REOPENED,
    /// It went to another unit; the words are the ids of both.
    HANDED,
    /// For the office alone.
    NOTE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The kind's word in tables and phrases.
    public String word() {
        return word;
    }

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether the sender said it.
    public boolean isOfTheSender() {
        return this == SENT || this == REPLIED || this == REOPENED;
    }
}
