package vn.gopy.channel.web;

import java.time.Duration;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// How the chat page is run.
///
/// @param pages     how many pages may be open at once
/// @param heartbeat how often an open page hears that the service is there
/// @param contact   how to reach the office without this page: a sentence, or an address that begins with
///                  `https://`
public record WebChatSettings(int pages, Duration heartbeat, String contact) {
    public WebChatSettings {
        if (heartbeat.toSeconds() < 1 || heartbeat.toSeconds() > 60) {
            throw new SettingsException("web-heartbeat",
                    "must lie between 1s and 60s: proxies cut silent lines");
        }
    }

    public static WebChatSettings from(Settings settings) {
        return new WebChatSettings(settings.number("web-pages", 1, 100_000),
                settings.duration("web-heartbeat"), settings.text("web-contact").strip());
    }

    boolean contactIsAddress() {
        return contact.startsWith("https://");
    }
}
