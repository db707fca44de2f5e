package vn.gopy.app;

/// A command that cannot be carried out, for a reason that is told in one sentence with the way out.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    Refusal(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    int code() {
        return code;
    }
}
