package vn.gopy.reading;

/// The program's guess of how a writer feels. It is kept beside the resident's own mood, never instead of it.
public enum Sentiment {
    NEG, NEU, POS, MIXED, UNSURE
}
