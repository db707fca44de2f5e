package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.channel.telegram.TelegramSettings.Mode;
import vn.gopy.channel.telegram.TelegramSettings.Pacing;
import vn.gopy.config.Secret;
import vn.gopy.config.SettingsException;
import vn.gopy.config.SettingsFile;

/// Which settings start the bot in which mode, and which stop the start with their name.
class SettingsTest {
    private static final String TOKEN = "123456:abc_DEF-1";

    @Test
    void without_a_token_telegram_is_off() {
        var settings = read(Map.of());

        assertEquals(Mode.OFF, settings.mode());
        assertEquals(new Pacing(25, 1, 18), settings.pacing());
        assertEquals("https://api.telegram.org", settings.api());
    }

    @Test
    void a_token_alone_means_polling_and_with_a_public_url_the_webhook() {
        assertEquals(Mode.POLLING, read(Map.of("GOPY_TELEGRAM_TOKEN", TOKEN)).mode());
        assertEquals(Mode.WEBHOOK,
                read(Map.of("GOPY_TELEGRAM_TOKEN", TOKEN, "GOPY_TELEGRAM_WEBHOOK_SECRET", "s",
                        "GOPY_PUBLIC_URL", "https://gopy.example.vn:8443")).mode());
        assertEquals(Mode.OFF,
                read(Map.of("GOPY_TELEGRAM_TOKEN", TOKEN, "GOPY_TELEGRAM_MODE", "off")).mode());
    }

    @Test
    void two_secrets_stand_with_a_comma_between() {
        var settings = read(Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", TOKEN,
                "GOPY_TELEGRAM_WEBHOOK_SECRET", "new-1, old_2"));

        assertEquals(List.of(new Secret("new-1"), new Secret("old_2")), settings.secrets());
        assertFalse(settings.toString().contains("new-1") || settings.toString().contains("abc_DEF"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"telegram-mode|GOPY_TELEGRAM_MODE|sometimes",
            "telegram-token|GOPY_TELEGRAM_TOKEN|no token", "telegram-token|GOPY_TELEGRAM_TOKEN|12/../3:abc",
            "telegram-webhook-secret|GOPY_TELEGRAM_WEBHOOK_SECRET|with space",
            "telegram-webhook-secret|GOPY_TELEGRAM_WEBHOOK_SECRET|a,b,c",
            "telegram-webhook-secret|GOPY_TELEGRAM_WEBHOOK_SECRET|,",
            "telegram-api|GOPY_TELEGRAM_API|http://api.telegram.org",
            "telegram-api|GOPY_TELEGRAM_API|https://api.telegram.org/",
            "telegram-api|GOPY_TELEGRAM_API|ftp://x",
            "telegram-api|GOPY_TELEGRAM_API|not an address",
            "telegram-max-connections|GOPY_TELEGRAM_MAX_CONNECTIONS|101",
            "public-url|GOPY_PUBLIC_URL|https://gopy.example.vn:9443",
            "telegram-messages-per-second|GOPY_TELEGRAM_MESSAGES_PER_SECOND|-1"})
    void a_wrong_setting_is_named(String key, String variable, String value) {
        var environment = new HashMap<>(Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", TOKEN,
                "GOPY_TELEGRAM_WEBHOOK_SECRET", "s"));
        environment.put(variable, value);

        assertEquals(key, assertThrows(SettingsException.class, () -> read(environment)).key());
    }

    @Test
    void a_mode_without_what_it_needs_is_named() {
        assertEquals("telegram-token", assertThrows(SettingsException.class,
                () -> read(Map.of("GOPY_TELEGRAM_MODE", "polling"))).key());
        assertEquals("telegram-webhook-secret", assertThrows(SettingsException.class,
                () -> read(Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN", TOKEN))).key());
    }

    @Test
    void a_bot_api_on_this_machine_may_be_plain_http() {
        assertEquals("http://127.0.0.1:8081", read(Map.of("GOPY_TELEGRAM_TOKEN", TOKEN, "GOPY_TELEGRAM_API",
                "http://127.0.0.1:8081")).api());
    }

    private static TelegramSettings read(Map<String, String> environment) {
        return TelegramSettings.from(SettingsFile.defaults(environment));
    }
}
