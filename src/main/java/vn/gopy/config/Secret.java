package vn.gopy.config;

/// A value that must not be seen: it prints as stars, so that no log line or error page can show it.
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret is empty");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
