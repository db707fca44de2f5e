package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.config.Secret;
import vn.gopy.fakes.ProviderDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.identity.OpenIdProvider;
import vn.gopy.identity.ProviderSettings;
import vn.gopy.place.Gazetteer;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.WireSettings;

/// Signing in through a provider of identities, over real HTTP, with tokens good and forged.
@SuppressWarnings("JavaUtilDate") // the library's
class ProviderTest {
    private static final String PASSWORD = OfficialHouse.PASSWORD;

    @TempDir
    Path folder;

    private final Passwords passwords = new Passwords(
            new CommonPasswords(Gazetteer.open("quang-ninh")));
    private final SettableClock provided = new SettableClock("2026-11-25T01:00:00Z");
    private ProviderDouble provider;
    private OfficialHouse house;

    @BeforeEach
    void open() {
        provider = ProviderDouble.open(provided);
        house = house(folder, List.of());
    }

    private OfficialHouse house(Path where, List<String> factors) {
        var wire = new WireSettings(Set.of(443), List.of(), true, "", 0);
        return new OfficialHouse(where, "", passwords,
                clock -> new OpenIdProvider(new ProviderSettings(provider.issuer(), ProviderDouble.CLIENT,
                        new Secret(ProviderDouble.SECRET), "Cổng tỉnh", factors,
                        URI.create("http://localhost:22700" + ProviderSettings.BACK)),
                        new GuardedClient(wire, Resolver.ofMachine(), clock), clock));
    }

    @AfterEach
    void close() {
        house.close();
        provider.close();
    }

    /// Lan has an account that is linked to `subject`.
    private Visitor linked(String name, String subject) {
        var lan = house.joined(Role.VIEWER, name);
        var session = lan.cookie;
        lan.get(provider.signIn(out(lan.post("/account/provider", "present", PASSWORD, "do", "link")),
                subject));
        lan.cookie = session;
        return lan;
    }

    /// Where a page leads to the provider.
    private static String out(HttpResponse<String> page) {
        var found = Pattern.compile("href=\"([^\"]+/authorize[^\"]+)\"").matcher(page.body());
        assertTrue(found.find(), page.body());
        return found.group(1).replace("&amp;", "&");
    }

    private static String to(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /// Somebody new to this browser signs in as `subject`.
    private HttpResponse<String> signIn(Visitor visitor, String subject, String... methods) {
        visitor.cookie = "";
        return visitor.get(provider.signIn(to(visitor.get("/sign-in/provider")), subject, methods));
    }

    private List<String> trail() {
        return house.officials.audit().newest(50).reversed().stream()
                .map(row -> row.who() + " " + row.deed().word() + " " + row.what()).map(String::strip)
                .toList();
    }

    private void assertRefused(HttpResponse<String> answer, String word) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("role=\"alert\""), answer.body());
        assertFalse(answer.headers().firstValue("Set-Cookie").orElse("").contains("session="));
        assertTrue(trail().getLast().endsWith("provider-refused " + word), () -> trail().toString());
    }

    @Test
    void row_27_a_linked_official_comes_in_by_the_provider_and_still_owes_the_second_factor() {
        var lan = linked("Lan", "4711");

        var page = signIn(lan, "4711");
        assertEquals(200, page.statusCode());
        assertEquals("0; url=/sign-in/factor", page.headers().firstValue("Refresh").orElse(""));
        assertFalse(lan.isSignedIn());
        house.clock.pass(Duration.ofSeconds(30));
        assertEquals(303, lan.post("/sign-in/factor", "code", lan.digits()).statusCode());
        assertTrue(lan.isSignedIn());

        assertEquals(List.of("1 identity-linked", "1 provider-passed", "1 signed-in"),
                trail().subList(trail().size() - 3, trail().size()));
    }

    @Test
    void row_29_the_session_has_an_id_that_nobody_knew_before() {
        var lan = linked("Lan", "4711");
        var before = lan.cookie;
        lan.cookie = before;
        lan.get("/account");

        signIn(lan, "4711");
        var half = lan.cookie;
        house.clock.pass(Duration.ofSeconds(30));
        lan.post("/sign-in/factor", "code", lan.digits());

        assertTrue(half.matches("session=[\\w-]{43}"), half);
        assertNotEquals(before, half);
        assertNotEquals(half, lan.cookie);
    }

    @Test
    void its_second_factor_counts_when_a_setting_says_so_and_else_never() throws IOException {
        var lan = linked("Lan", "4711");
        signIn(lan, "4711", "pwd", "mfa");
        assertFalse(lan.isSignedIn());

        house.close();
        house = house(Files.createDirectories(folder.resolve("other")), List.of("amr:mfa"));
        var mai = linked("Mai", "4712");
        assertEquals("0; url=/sign-in/factor",
                signIn(mai, "4712", "pwd").headers().firstValue("Refresh").orElse(""));
        assertFalse(mai.isSignedIn());
        assertEquals("0; url=/account",
                signIn(mai, "4712", "pwd", "mfa").headers().firstValue("Refresh").orElse(""));
        assertTrue(mai.isSignedIn());
        assertEquals("1 signed-in by the provider alone", trail().getLast());
    }

    @Test
    void an_identity_without_an_account_opens_nothing_though_its_mail_address_is_an_officials() {
        linked("Lan", "4711");
        var stranger = house.visitor();

        assertRefused(signIn(stranger, "4712"), "unknown");
        assertFalse(stranger.isSignedIn());
    }

    @Test
    void an_identity_is_one_accounts_alone_and_a_disabled_one_stays_out() {
        linked("Lan", "4711");
        var mai = house.joined(Role.VIEWER, "Mai");
        var session = mai.cookie;
        assertRefused(mai.get(provider.signIn(
                out(mai.post("/account/provider", "present", PASSWORD, "do", "link")), "4711")), "taken");
        mai.cookie = session;
        assertEquals(422, mai.post("/account/provider", "present", "not her password", "do", "link")
                .statusCode());

        house.officials.people().enable(AuditTrail.NOBODY, house.account("Lan").id(), false);
        assertRefused(signIn(house.visitor(), "4711"), "unknown");
    }

    @Test
    void the_link_is_undone_with_the_password_and_by_setting_up_anew() {
        var lan = linked("Lan", "4711");
        assertTrue(lan.get("/account").body().contains("Đã nối từ"));
        lan.post("/account/provider", "present", PASSWORD, "do", "end");
        assertFalse(lan.get("/account").body().contains("Đã nối từ"));
        assertRefused(signIn(house.visitor(), "4711"), "unknown");

        var mai = linked("Mai", "4712");
        mai.join(house.officials.people().code(AuditTrail.NOBODY, house.account("Mai"), Welcome.Kind.ANEW)
                .code(), "Mai", PASSWORD);
        assertRefused(signIn(house.visitor(), "4712"), "unknown");
    }

    @Test
    void a_link_whose_session_ended_meanwhile_is_not_made() {
        var lan = house.joined(Role.VIEWER, "Lan");
        var session = lan.cookie;
        var page = out(lan.post("/account/provider", "present", PASSWORD, "do", "link"));
        var trip = lan.cookie;
        lan.cookie = session;
        lan.post("/sign-out");

        lan.cookie = trip;
        assertRefused(lan.get(provider.signIn(page, "4711")), "late");
    }

    @Test
    void a_provider_that_is_away_costs_one_sentence_and_the_password_goes_on() {
        var lan = linked("Lan", "4711");
        provider.close();
        house.clock.pass(Duration.ofHours(2));
        lan.cookie = "";

        var page = lan.get("/sign-in/provider");
        assertEquals(503, page.statusCode());
        assertTrue(page.body().contains("Chưa nối được tới Cổng tỉnh."), page.body());
        lan.signIn(PASSWORD);
        assertTrue(lan.isSignedIn());
    }

    @Test
    void a_provider_that_goes_away_between_lets_nobody_in() {
        var lan = linked("Lan", "4711");
        lan.cookie = "";
        var back = provider.signIn(to(lan.get("/sign-in/provider")), "4711");
        provider.close();

        assertEquals(503, lan.get(back).statusCode());
        assertFalse(lan.isSignedIn());
    }

    @Test
    void a_new_key_of_the_provider_is_fetched_when_a_token_names_it() {
        var lan = linked("Lan", "4711");
        provider.turnKeys();
        move(Duration.ofMinutes(2));

        assertEquals(200, signIn(lan, "4711").statusCode());
    }

    private void move(Duration time) {
        house.clock.pass(time);
        provided.pass(time);
    }

    @Test
    void a_provider_that_calls_itself_otherwise_or_leads_into_the_house_is_not_visited() {
        var bad = Map.<String, Object>of("issuer", "https://elsewhere.example", "jwks_uri",
                "http://169.254.169.254/keys", "token_endpoint", "https://10.0.0.1/token",
                "authorization_endpoint", "http://elsewhere.example/");
        bad.forEach((name, value) -> {
            house.clock.pass(Duration.ofHours(2));
            provider.tell(said -> {
                said.put(name, value);
                return said;
            });
            assertEquals(503, house.visitor().get("/sign-in/provider").statusCode(), name);
        });
        provider.tell(said -> said);
        house.clock.pass(Duration.ofHours(2));
        assertEquals(303, house.visitor().get("/sign-in/provider").statusCode());
    }

    @Test
    void row_28_a_token_without_a_signature_is_refused() {
        var lan = linked("Lan", "4711");
        provider.forge((claims, _) -> new PlainJWT(claims.build()).serialize());
        assertRefused(signIn(lan, "4711"), "refused");
    }

    @Test
    void row_28_a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() {
        var lan = linked("Lan", "4711");
        provider.forge((claims, it) -> {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(it.key().getKeyID()).build(), claims.build());
            token.sign(new MACSigner(it.key().toPublicJWK().toString()
                    .getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        });
        assertRefused(signIn(lan, "4711"), "refused");
    }

    @Test
    void row_28_a_token_for_another_service_is_refused() {
        var lan = linked("Lan", "4711");
        provider.forge((claims, it) -> it.signed(claims.audience("another")));
        assertRefused(signIn(lan, "4711"), "refused");
        provider.forge((claims, it) -> it
                .signed(claims.audience(List.of("another", ProviderDouble.CLIENT)).claim("azp", "another")));
        assertRefused(signIn(lan, "4711"), "refused");
    }

    @Test
    void row_28_an_expired_token_is_refused() {
        var lan = linked("Lan", "4711");
        var over = Date.from(provided.instant().minusSeconds(120));
        provider.forge((claims, it) -> it.signed(claims.expirationTime(over)));
        assertRefused(signIn(lan, "4711"), "refused");
    }

    @Test
    void row_28_a_token_of_an_earlier_trip_and_a_trip_made_twice_are_refused() {
        var lan = linked("Lan", "4711");
        provider.forge((claims, it) -> it.signed(claims.claim("nonce", "of-an-earlier-trip")));
        assertRefused(signIn(lan, "4711"), "refused");

        provider.forge(ProviderDouble.Forgery.NONE);
        lan.cookie = "";
        var page = to(lan.get("/sign-in/provider"));
        var trip = lan.cookie;
        assertEquals(200, lan.get(provider.signIn(page, "4711")).statusCode());
        lan.cookie = trip;
        assertRefused(lan.get(provider.signIn(page, "4711")), "late");
    }

    @Test
    void row_28_a_token_of_another_issuer_and_an_answer_of_one_are_refused() {
        var lan = linked("Lan", "4711");
        provider.forge((claims, it) -> it.signed(claims.issuer("https://elsewhere.example")));
        assertRefused(signIn(lan, "4711"), "refused");

        provider.forge(ProviderDouble.Forgery.NONE);
        lan.cookie = "";
        var back = provider.signIn(to(lan.get("/sign-in/provider")), "4711");
        assertRefused(lan.get(back.replaceAll("iss=.*", "iss=https%3A%2F%2Felsewhere.example")), "refused");
        lan.cookie = "";
        var unnamed = provider.signIn(to(lan.get("/sign-in/provider")), "4711");
        assertRefused(lan.get(unnamed.replaceAll("&iss=.*", "")), "refused");
    }

    @Test
    void row_28_a_key_that_the_token_brings_or_names_by_a_path_is_not_used() throws JOSEException {
        var lan = linked("Lan", "4711");
        var foreign = new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID("one").generate();
        var headers = List.of(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("../../../../dev/null").build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").jwk(foreign.toPublicJWK()).build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one")
                        .jwkURL(URI.create(provider.issuer() + "/foreign-keys")).build());
        for (var header : headers) {
            provider.forge((claims, _) -> ProviderDouble.signed(header, claims, foreign));
            assertRefused(signIn(lan, "4711"), "refused");
            house.clock.pass(Duration.ofMinutes(2));
            provided.pass(Duration.ofMinutes(2));
        }
        assertFalse(provider.visits().contains("/foreign-keys"));
    }

    @Test
    void row_28_a_code_of_somebody_elses_trip_is_refused_also_by_a_provider_that_does_not_look() {
        var lan = linked("Lan", "4711");
        var thief = house.visitor();
        for (boolean lax : List.of(false, true)) {
            if (lax) {
                provider.doNotCheckCodes();
            }
            lan.cookie = "";
            var hers = provider.signIn(to(lan.get("/sign-in/provider")), "4711");
            thief.cookie = "";
            var own = provider.signIn(to(thief.get("/sign-in/provider")), "666");
            var mixed = own.replaceAll("code=[^&]+", hers.replaceAll(".*(code=[^&]+)&.*", "$1"));
            assertRefused(thief.get(mixed), "refused");
            assertRefused(thief.get(hers), "refused");
        }
        assertFalse(thief.isSignedIn());
    }

    @Test
    void a_trip_without_its_cookie_with_a_changed_one_or_after_ten_minutes_is_over() {
        var lan = linked("Lan", "4711");
        lan.cookie = "";
        var back = provider.signIn(to(lan.get("/sign-in/provider")), "4711");
        var trip = lan.cookie;
        for (var carried : List.of("", trip.replaceAll(".~vi$", "A~vi"), "trip=nonsense~vi", "trip=~")) {
            lan.cookie = carried.equals(trip) ? "" : carried;
            assertEquals(422, lan.get(back).statusCode(), carried);
        }
        move(Duration.ofMinutes(11));
        lan.cookie = trip;
        assertEquals(422, lan.get(back).statusCode());
        assertFalse(lan.isSignedIn());
    }

    @Test
    void without_a_provider_there_is_no_such_door_and_no_word_of_one() throws IOException {
        try (var plain = new OfficialHouse(Files.createDirectories(folder.resolve("plain")))) {
            var lan = plain.joined(Role.VIEWER, "Lan");
            assertEquals(404, lan.get("/sign-in/provider").statusCode());
            assertEquals(404, lan.get("/sign-in/provider/back?code=1&state=2").statusCode());
            assertEquals(404, lan.post("/account/provider", "present", PASSWORD, "do", "link").statusCode());
            assertFalse(lan.get("/sign-in").body().contains("/sign-in/provider"));
            assertFalse(lan.get("/account").body().contains("/account/provider"));
        }
    }
}
