package vn.gopy.config;

/// A setting that stops the start. The message begins with the setting's key and ends with the way out.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    public SettingsException(String key, String whatToDo) {
        super("setting '" + key + "': " + whatToDo);
        this.key = key;
    }

    /// The key as it stands in `gopy.yaml`; its environment variable is `GOPY_` + the key in capitals.
    public String key() {
        return key;
    }
}
