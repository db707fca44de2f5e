package vn.gopy.reading;

/// What a message wants.
public enum Intent {
    QUESTION, FEEDBACK, COMMAND, GREETING, OTHER, UNSURE
}
