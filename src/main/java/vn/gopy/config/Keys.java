package vn.gopy.config;

import java.util.Locale;
import java.util.regex.Pattern;

/// Which keys are secrets, and which carry a name of the operator's choosing.
final class Keys {
    private static final Pattern SECRET = Pattern.compile("telegram-token|telegram-webhook-secret"
            + "|metrics-token|oidc-secret|(channel|endpoint)-[a-z0-9-]{1,40}-secret");
    private static final Pattern DYNAMIC = Pattern.compile("channel-[a-z0-9-]{1,40}-(secret-file|callback)"
            + "|endpoint-[a-z0-9-]{1,40}-(secret-file|url|events)");

    private Keys() {}

    static boolean secret(String key) {
        return SECRET.matcher(key).matches();
    }

    /// A key of one of the operator's channels or endpoints, such as `channel-zalo-callback`.
    static boolean dynamic(String key) {
        return DYNAMIC.matcher(key).matches();
    }

    static String variable(String key) {
        return "GOPY_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
