package vn.gopy.identity;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.wire.GuardedClient;

/// A provider that speaks OpenID Connect: code flow with PKCE, state and nonce. No token comes by the browser.
public final class OpenIdProvider implements Provider {
    private final ProviderSettings settings;
    private final Errand errand;
    private final Directory directory;
    private final Tokens tokens;
    private final InstantSource clock;

    public OpenIdProvider(ProviderSettings settings, GuardedClient client, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        errand = new Errand(client);
        directory = new Directory(settings.issuer(), errand, client::objection, clock);
        tokens = new Tokens(settings, directory, clock);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Departure depart() {
        try {
            var state = new State();
            var nonce = new Nonce();
            var verifier = new CodeVerifier();
            var request = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid"),
                    new ClientID(settings.client()), settings.back())
                    .endpointURI(directory.about().getAuthorizationEndpointURI()).state(state).nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256);
            var wanted = wantedLevels();
            if (!wanted.isEmpty()) {
                request.acrValues(wanted);
            }
            return new Departure.Go(request.build().toURI(),
                    new Trip(state.getValue(), nonce.getValue(), verifier.getValue(), clock.instant()));
        } catch (IOException away) {
            return new Departure.Away(why(away));
        }
    }

    private List<ACR> wantedLevels() {
        return settings.factors().stream().filter(one -> one.startsWith("acr:"))
                .map(one -> new ACR(one.substring("acr:".length()))).toList();
    }

    @Override
    public Arrival arrive(Trip trip, Map<String, List<String>> answer) {
        try {
            var about = directory.about();
            var code = code(trip, answer, about);
            if (code.isEmpty()) {
                return new Arrival.Refused("the provider let nobody in");
            }
            var token = exchanged(code.get(), trip, about);
            if (token.isEmpty()) {
                return new Arrival.Refused("the provider took the code from nobody");
            }
            var claims = tokens.believed(token.get(), trip);
            return new Arrival.Known(settings.issuer(), claims.getSubject(), tokens.isStrong(claims));
        } catch (ParseException | BadJOSEException wrong) {
            return new Arrival.Refused(wrong.getClass().getSimpleName());
        } catch (IOException away) {
            return new Arrival.Away(why(away));
        }
    }

    /// The code of this trip's answer; none when the provider refused. Throws for an answer to another trip or
    /// from another provider.
    private Optional<AuthorizationCode> code(Trip trip, Map<String, List<String>> answer,
            OIDCProviderMetadata about) throws ParseException {
        var response = AuthenticationResponseParser.parse(settings.back(), answer);
        if (response.getState() == null || !response.getState().equals(new State(trip.state()))) {
            throw new ParseException("an answer to another trip");
        }
        boolean named = response.getIssuer() != null;
        if (named
                ? !response.getIssuer().getValue().equals(settings.issuer())
                : about.supportsAuthorizationResponseIssuerParam()) {
            throw new ParseException("an answer of another provider");
        }
        if (!(response instanceof AuthenticationSuccessResponse success)) {
            return Optional.empty();
        }
        if (success.getAuthorizationCode() == null || success.getIDToken() != null) {
            throw new ParseException("an answer that was not asked for");
        }
        return Optional.of(success.getAuthorizationCode());
    }

    private Optional<JWT> exchanged(AuthorizationCode code, Trip trip, OIDCProviderMetadata about)
            throws IOException, ParseException {
        var grant = new AuthorizationCodeGrant(code, settings.back(), new CodeVerifier(trip.verifier()));
        var request = new TokenRequest.Builder(about.getTokenEndpointURI(), proof(about), grant).build();
        var response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(errand));
        return response.indicatesSuccess()
                ? Optional.ofNullable(response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken())
                : Optional.empty();
    }

    private ClientAuthentication proof(OIDCProviderMetadata about) {
        var client = new ClientID(settings.client());
        var secret = new Secret(settings.secret().value());
        var ways = about.getTokenEndpointAuthMethods();
        boolean basic = ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return basic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
    }

    private static String why(IOException away) {
        return Optional.ofNullable(away.getMessage()).orElse("it cannot be reached");
    }
}
