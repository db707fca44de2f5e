package vn.gopy.fakes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// A provider of identities on this machine, as strict as a good one and as false as one likes.
public final class ProviderDouble implements AutoCloseable {
    public static final String CLIENT = "gopy";
    public static final String SECRET = "a secret of the tests";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final InstantSource clock;
    private final AtomicReference<RSAKey> key = new AtomicReference<>(key("one"));
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Queue<String> visits = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Forgery> forgery = new AtomicReference<>(Forgery.NONE);
    private final AtomicReference<String> back = new AtomicReference<>("");
    private final AtomicBoolean lax = new AtomicBoolean();
    private final AtomicReference<UnaryOperator<Map<String, Object>>> about = new AtomicReference<>(
            UnaryOperator.identity());

    /// A code and whom it is for.
    private record Asked(String subject, String challenge, String nonce, List<String> methods) {}

    /// Makes another token of what an honest one would say.
    @FunctionalInterface
    public interface Forgery {
        Forgery NONE = (claims, provider) -> provider.signed(claims);

        String token(JWTClaimsSet.Builder claims, ProviderDouble provider) throws JOSEException;
    }

    private ProviderDouble(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public static ProviderDouble open(InstantSource clock) {
        try {
            return new ProviderDouble(clock);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID(id).generate();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public RSAKey key() {
        return key.get();
    }

    /// From now on a browser that comes is subject 4711, and goes back to this address.
    public void sendBackTo(String address) {
        back.set(address);
    }

    /// From now on it signs with another key.
    public void turnKeys() {
        key.set(key("two"));
    }

    /// All tokens are forged so from now on.
    public void forge(Forgery how) {
        forgery.set(how);
    }

    /// It does not look at PKCE any more, as a bad provider would not.
    public void doNotCheckCodes() {
        lax.set(true);
    }

    /// It says other things about itself.
    public void tell(UnaryOperator<Map<String, Object>> change) {
        about.set(change);
    }

    /// The paths that were asked for, in order.
    public List<String> visits() {
        return List.copyOf(visits);
    }

    /// A person signs in at the page that a browser was sent to; gives back where the browser goes next.
    ///
    /// @param methods what the token will say as `amr`
    public String signIn(String page, String subject, String... methods) {
        var asked = parameters(URI.create(page).getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method")) || !"code".equals(asked.get("response_type"))
                || !CLIENT.equals(asked.get("client_id"))) {
            throw new AssertionError("a request that a provider refuses: " + page);
        }
        var code = "code-" + codes.size() + "-" + subject;
        codes.put(code, new Asked(subject, asked.getOrDefault("code_challenge", ""),
                asked.getOrDefault("nonce", ""), List.of(methods)));
        return URI.create(asked.getOrDefault("redirect_uri", "")).getPath() + "?code=" + code + "&state="
                + asked.get("state") + "&iss=" + URLEncoder.encode(issuer(), StandardCharsets.UTF_8);
    }

    /// An honest token's words, signed with the present key.
    public String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key().getKeyID()).build(), claims,
                key());
    }

    public static String signed(JWSHeader header, JWTClaimsSet.Builder claims, RSAKey by)
            throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            visits.add(path);
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (path) {
                case "/.well-known/openid-configuration" -> answer(exchange, 200,
                        JSON.writeValueAsString(about.get().apply(about())));
                case "/keys" -> answer(exchange, 200, new JWKSet(key().toPublicJWK()).toString());
                case "/authorize" -> {
                    exchange.getResponseHeaders().set("Location", back.get()
                            + signIn(exchange.getRequestURI().toString(), "4711"));
                    answer(exchange, 303, "{}");
                }
                case "/token" -> token(exchange, parameters(body));
                default -> answer(exchange, 404, "{}");
            }
        }
    }

    private Map<String, Object> about() {
        var said = new LinkedHashMap<String, Object>();
        said.put("issuer", issuer());
        said.put("authorization_endpoint", issuer() + "/authorize");
        said.put("token_endpoint", issuer() + "/token");
        said.put("jwks_uri", issuer() + "/keys");
        said.put("response_types_supported", List.of("code"));
        said.put("subject_types_supported", List.of("public"));
        said.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
        said.put("authorization_response_iss_parameter_supported", true);
        return said;
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        var proof = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":"
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        var asked = codes.remove(form.getOrDefault("code", ""));
        if (!proof.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (asked == null || (!lax.get()
                && !asked.challenge.equals(challenge(form.getOrDefault("code_verifier", ""))))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(exchange, 200, JSON.writeValueAsString(Map.of("access_token", "none of our business",
                    "token_type", "Bearer", "id_token", token(asked))));
        }
    }

    @SuppressWarnings("JavaUtilDate") // the library's
    private String token(Asked asked) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT).subject(asked.subject)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.nonce).claim("email", "lan@quangninh.example");
        if (!asked.methods.isEmpty()) {
            claims.claim("amr", asked.methods);
        }
        try {
            return forgery.get().token(claims, this);
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Map<String, String> parameters(String text) {
        var read = new LinkedHashMap<String, String>();
        for (var part : text.split("&", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                read.put(part.substring(0, at),
                        URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return read;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// It is away: nothing listens any more.
    @Override
    public void close() {
        server.stop(0);
    }
}
