package vn.gopy.channel.telegram;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.config.Secret;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// How the bot lives on Telegram.
///
/// @param token          the bot's token; present unless the mode is off
/// @param secrets        what Telegram shows at the webhook: one, or two while it is changed
/// @param api            the address of the Bot API, without a slash at the end
/// @param publicUrl      where the world reaches this service; empty when it does not
/// @param maxConnections how many updates Telegram may deliver at once
/// @param pacing         how fast to send
public record TelegramSettings(Mode mode, Optional<Secret> token, List<Secret> secrets, String api,
        String publicUrl, int maxConnections, Pacing pacing) {

    /// How updates come.
    public enum Mode {
        WEBHOOK, POLLING, OFF
    }

    /// How many messages may leave; 0 means no limit.
    public record Pacing(int messagesPerSecond, int chatMessagesPerSecond, int groupMessagesPerMinute) {}

    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}");
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    public TelegramSettings {
        secrets = List.copyOf(secrets);
        if (mode != Mode.OFF) {
            checkToken(token);
            checkApi(api);
        }
        if (mode == Mode.WEBHOOK) {
            checkSecrets(secrets);
            checkPublicUrl(publicUrl);
        }
    }

    public static TelegramSettings from(Settings settings) {
        var token = settings.secret("telegram-token");
        var publicUrl = settings.text("public-url").strip();
        return new TelegramSettings(mode(settings, token.isPresent(), !publicUrl.isEmpty()), token,
                settings.secret("telegram-webhook-secret").map(TelegramSettings::apart).orElse(List.of()),
                settings.text("telegram-api").strip(), publicUrl,
                settings.number("telegram-max-connections", 1, 100),
                new Pacing(settings.number("telegram-messages-per-second", 0, 100_000),
                        settings.number("telegram-chat-messages-per-second", 0, 100_000),
                        settings.number("telegram-group-messages-per-minute", 0, 100_000)));
    }

    private static Mode mode(Settings settings, boolean hasToken, boolean isPublic) {
        return switch (settings.oneOf("telegram-mode", List.of("", "webhook", "polling", "off"))) {
            case "webhook" -> Mode.WEBHOOK;
            case "polling" -> Mode.POLLING;
            case "off" -> Mode.OFF;
            default -> hasToken ? isPublic ? Mode.WEBHOOK : Mode.POLLING : Mode.OFF;
        };
    }

    private static List<Secret> apart(Secret both) {
        return Arrays.stream(both.value().split(",")).map(String::strip).filter(one -> !one.isEmpty())
                .map(Secret::new).toList();
    }

    private static void checkToken(Optional<Secret> token) {
        if (token.isEmpty()) {
            throw new SettingsException("telegram-token",
                    "is missing: set GOPY_TELEGRAM_TOKEN, or set telegram-mode to off");
        }
        if (!TOKEN.matcher(token.get().value()).matches()) {
            throw new SettingsException("telegram-token",
                    "is no bot token: copy the one that BotFather gave, digits, a colon, letters");
        }
    }

    private static void checkSecrets(List<Secret> secrets) {
        if (secrets.isEmpty()) {
            throw new SettingsException("telegram-webhook-secret",
                    "is missing: webhook mode needs one, for example of `openssl rand -hex 32`");
        }
        if (secrets.size() > 2
                || !secrets.stream().allMatch(one -> WEBHOOK_SECRET.matcher(one.value()).matches())) {
            throw new SettingsException("telegram-webhook-secret",
                    "must be one secret, or two with a comma between, each of 1 to 256 of A-Z a-z 0-9 _ -");
        }
    }

    /// The token travels in the address, so plain http is for this machine alone.
    private static void checkApi(String api) {
        var url = url("telegram-api", api);
        boolean near = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
        if ((!near && !"https".equals(url.getScheme())) || api.endsWith("/")) {
            throw new SettingsException("telegram-api",
                    "must begin with https:// (http:// on this machine only) and have no slash at the end");
        }
    }

    private static void checkPublicUrl(String publicUrl) {
        if (!publicUrl.isEmpty() && !PORTS.contains(url("public-url", publicUrl).getPort())) {
            throw new SettingsException("public-url",
                    "has a port that Telegram does not deliver to: use 443, 80, 88 or 8443");
        }
    }

    private static URI url(String key, String text) {
        try {
            var url = URI.create(text);
            if (url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException broken) {
            throw new SettingsException(key, "is no address: write one such as https://example.vn");
        }
        throw new SettingsException(key, "has no host: write an address such as https://example.vn");
    }
}
