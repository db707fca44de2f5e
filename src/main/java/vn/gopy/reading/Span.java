package vn.gopy.reading;

/// A piece of personal data in a text: UTF-16 offsets, `end` exclusive.
public record Span(int start, int end, Kind kind) {
    public enum Kind {
        PHONE, CCCD, CMND, PASSPORT, EMAIL, BANK, INS, PLATE, DOB, NAME, ADDRESS, LINK
    }

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span covers at least one character");
        }
    }
}
