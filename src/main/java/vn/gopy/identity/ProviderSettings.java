package vn.gopy.identity;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gopy.config.Secret;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// Which provider is believed, and how far.
///
/// @param issuer  its address, exactly as it calls itself
/// @param client  what it calls this service
/// @param secret  by which this service proves itself to it
/// @param name    what officials call it
/// @param factors what must stand in a token for a second factor to count, as `amr:mfa` or `acr:…`; none for
///                always asking for ours
/// @param back    where it sends browsers back to
public record ProviderSettings(String issuer, String client, Secret secret, String name,
        List<String> factors, URI back) {
    /// The path under which browsers come back.
    public static final String BACK = "/sign-in/provider/back";

    private static final Pattern ISSUER = Pattern.compile(
            "https://[^\\s?#@]+|http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?(?:/[^\\s?#]*)?");
    private static final Pattern FACTOR = Pattern.compile("(?:amr|acr):\\S+");

    public ProviderSettings {
        factors = List.copyOf(factors);
        refuse(!ISSUER.matcher(issuer).matches(), "oidc-issuer",
                "must be the provider's address, https:// and no ? or #");
        refuse(client.isBlank(), "oidc-client",
                "is empty: give the name that the provider gave this service");
        refuse(!factors.stream().allMatch(one -> FACTOR.matcher(one).matches()), "oidc-second-factor",
                "must be a list of words such as amr:mfa or acr:urn:example:high");
    }

    /// None when no provider is set.
    public static Optional<ProviderSettings> from(Settings settings) {
        var issuer = settings.text("oidc-issuer").strip();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        var secret = settings.secret("oidc-secret").orElseThrow(() -> new SettingsException("oidc-secret",
                "is missing: set GOPY_OIDC_SECRET, or name a file in oidc-secret-file"));
        var named = settings.text("oidc-name").strip();
        return Optional.of(new ProviderSettings(issuer, settings.text("oidc-client").strip(), secret,
                named.isEmpty() ? String.valueOf(URI.create(issuer).getHost()) : named,
                settings.list("oidc-second-factor"), URI.create(own(settings) + BACK)));
    }

    private static String own(Settings settings) {
        var known = settings.text("public-url");
        return known.isEmpty() ? "http://localhost:" + settings.number("port", 0, 65535) : known;
    }

    private static void refuse(boolean wrong, String key, String whatToDo) {
        if (wrong) {
            throw new SettingsException(key, whatToDo);
        }
    }
}
