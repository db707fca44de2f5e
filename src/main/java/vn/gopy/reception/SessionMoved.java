package vn.gopy.reception;

/// The session was changed by another message of the same resident meanwhile: hear this one again.
final class SessionMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SessionMoved() {
        super("the session moved", null, false, false);
    }
}
