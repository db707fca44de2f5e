package vn.gopy.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Believes a token or not: signed by a key of the issuer, with an algorithm of two keys, for this service, for
/// this trip, and now (contracts.md section 5, row 28).
final class Tokens {
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Set<JWSAlgorithm> TWO_KEYS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
            JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512,
            JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp", "aud");

    private final ProviderSettings settings;
    private final Directory directory;
    private final InstantSource clock;

    Tokens(ProviderSettings settings, Directory directory, InstantSource clock) {
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
    }

    /// What a token says, if it is to be believed; else throws. An [IOException] tells that the keys could not
    /// be had.
    JWTClaimsSet believed(JWT token, Trip trip) throws BadJOSEException, IOException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(), this::keys));
        processor.setJWTClaimsSetVerifier(new Claims(trip));
        try {
            return processor.process(token, null);
        } catch (KeySourceException away) {
            throw new IOException("its keys cannot be had", away);
        } catch (JOSEException fault) {
            throw new BadJOSEException("the token cannot be checked", fault);
        }
    }

    private Set<JWSAlgorithm> algorithms() throws IOException {
        var allowed = new HashSet<>(TWO_KEYS);
        var said = directory.about().getIDTokenJWSAlgs();
        allowed.retainAll(said == null || said.isEmpty() ? List.of(JWSAlgorithm.RS256) : said);
        if (allowed.isEmpty()) {
            throw new IOException("it signs with no algorithm that is believed");
        }
        return allowed;
    }

    private List<JWK> keys(JWKSelector selector, @Nullable SecurityContext nothing)
            throws KeySourceException {
        try {
            var found = selector.select(directory.keys(false));
            return found.isEmpty() ? selector.select(directory.keys(true)) : found;
        } catch (IOException away) {
            throw new KeySourceException("the provider is away", away);
        }
    }

    /// Whether the token tells of a second factor that counts here.
    boolean isStrong(JWTClaimsSet claims) throws BadJWTException {
        try {
            var said = new ArrayList<String>();
            if (claims.getClaim("amr") != null) {
                claims.getStringListClaim("amr").forEach(one -> said.add("amr:" + one));
            }
            if (claims.getClaim("acr") != null) {
                said.add("acr:" + claims.getStringClaim("acr"));
            }
            return settings.factors().stream().anyMatch(said::contains);
        } catch (ParseException strange) {
            throw new BadJWTException("a claim of another form", strange);
        }
    }

    /// What a token must say, at the house's own time.
    @SuppressWarnings("JavaUtilDate") // the library's
    private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Trip trip;

        Claims(Trip trip) {
            super(settings.client(), new JWTClaimsSet.Builder().issuer(settings.issuer())
                    .claim("nonce", trip.nonce()).build(), REQUIRED);
            this.trip = trip;
            setMaxClockSkew((int) SKEW.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext nothing) throws BadJWTException {
            super.verify(claims, nothing);
            var made = claims.getIssueTime().toInstant();
            if (made.isBefore(trip.began().minus(SKEW)) || made.isAfter(clock.instant().plus(SKEW))) {
                throw new BadJWTException("made at another time than this trip");
            }
            if (claims.getSubject().isBlank()) {
                throw new BadJWTException("of nobody");
            }
            party(claims);
        }

        /// A token for several services must be given to this one.
        private void party(JWTClaimsSet claims) throws BadJWTException {
            var party = claims.getClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !settings.client().equals(party)) {
                throw new BadJWTException("given to another service");
            }
        }
    }

}
