package vn.gopy.vault;

/// Something could not be sealed or opened: a wrong key, a moved or changed value.
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultException(String doing, Throwable cause) {
        super("could not " + doing, cause);
    }
}
