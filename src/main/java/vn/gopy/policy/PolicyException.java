package vn.gopy.policy;

/// The documents or claims could not be read. The message names the file and the claim, for an editor to
/// mend.
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyException(String message) {
        super(message);
    }

    public PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
