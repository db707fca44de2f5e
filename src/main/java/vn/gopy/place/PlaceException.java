package vn.gopy.place;

/// The files of a province cannot be used; the message names the file, the line and what is wrong.
public final class PlaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlaceException(String message) {
        super(message);
    }

    public PlaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
