package vn.gopy.channel.webhook;

/// A bridge's message that breaks the format. The reason is for the bridge's author and quotes nothing of the
/// message.
final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
