package vn.gopy.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// What the provider says about itself, and its keys: from the issuer's own address alone, whatever a token
/// names. Both are kept for an hour; keys are asked for again when a token names one that is not among them,
/// but not every moment.
final class Directory {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofSeconds(10);

    private final String issuer;
    private final Errand errand;
    private final Function<String, Optional<String>> objection;
    private final InstantSource clock;
    private Optional<Dated<OIDCProviderMetadata>> about = Optional.empty();
    private Optional<Dated<JWKSet>> keys = Optional.empty();
    private Optional<Dated<String>> silence = Optional.empty();

    private record Dated<T>(T value, Instant since) {
        boolean younger(Duration age, Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(age));
        }
    }

    /// @param objection why an address may not be visited
    Directory(String issuer, Errand errand, Function<String, Optional<String>> objection,
            InstantSource clock) {
        this.issuer = issuer;
        this.errand = errand;
        this.objection = objection;
        this.clock = clock;
    }

    /// The provider's addresses. Throws when it is away or calls itself otherwise.
    synchronized OIDCProviderMetadata about() throws IOException {
        var now = clock.instant();
        var known = about.filter(one -> one.younger(KEPT, now));
        if (known.isEmpty()) {
            about = Optional.of(new Dated<>(heard(this::read, now), now));
        }
        return about.orElseThrow().value;
    }

    /// Asks, unless the provider was silent a moment ago: many who wait for it must not wait for each other.
    private <T> T heard(Question<T> question, Instant now) throws IOException {
        var still = silence.filter(one -> one.younger(REST, now));
        if (still.isPresent()) {
            throw new IOException(still.get().value);
        }
        try {
            return question.ask();
        } catch (IOException away) {
            silence = Optional.of(new Dated<>(String.valueOf(away.getMessage()), now));
            throw away;
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private OIDCProviderMetadata read() throws IOException {
        OIDCProviderMetadata read;
        try {
            read = OIDCProviderMetadata.parse(errand.document(issuer.replaceAll("/$", "") + DISCOVERY));
        } catch (ParseException strange) {
            throw new IOException("its discovery document cannot be read", strange);
        }
        if (!read.getIssuer().getValue().equals(issuer)) {
            throw new IOException("it calls itself by another name than oidc-issuer");
        }
        allowed(read.getAuthorizationEndpointURI());
        allowed(read.getTokenEndpointURI());
        allowed(read.getJWKSetURI());
        return read;
    }

    private void allowed(URI address) throws IOException {
        var why = address == null
                ? Optional.of("an address is missing")
                : objection.apply(address.toString());
        if (why.isPresent()) {
            throw new IOException("its discovery document: " + why.get());
        }
    }

    /// The provider's keys.
    ///
    /// @param afresh whether those that are kept were looked through already
    synchronized JWKSet keys(boolean afresh) throws IOException {
        var now = clock.instant();
        var known = keys.filter(one -> one.younger(afresh ? PAUSE : KEPT, now));
        if (known.isEmpty()) {
            keys = Optional.of(new Dated<>(heard(this::readKeys, now), now));
        }
        return keys.orElseThrow().value;
    }

    private JWKSet readKeys() throws IOException {
        try {
            return JWKSet.parse(errand.document(about().getJWKSetURI().toString()));
        } catch (java.text.ParseException strange) {
            throw new IOException("its keys cannot be read", strange);
        }
    }
}
