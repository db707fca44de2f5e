package vn.gopy.web;

import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// Where the server listens, and the address under which the world reaches it (empty, or `https://…` without
/// a slash at the end).
public record WebSettings(String host, int port, String publicUrl) {
    public WebSettings {
        if (!publicUrl.isEmpty() && (!publicUrl.startsWith("https://") || publicUrl.endsWith("/"))) {
            throw new SettingsException("public-url",
                    "must begin with https:// and have no slash at the end");
        }
    }

    public static WebSettings from(Settings settings) {
        return new WebSettings(settings.text("host"), settings.number("port", 0, 65535),
                settings.text("public-url"));
    }
}
