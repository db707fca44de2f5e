package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.config.Secret;
import vn.gopy.fakes.ProviderDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.identity.OpenIdProvider;
import vn.gopy.identity.ProviderSettings;
import vn.gopy.place.Gazetteer;
import vn.gopy.wire.GuardedClient;
import vn.gopy.wire.Resolver;
import vn.gopy.wire.WireSettings;

/// To the provider and back in a real browser, to which the two are different sites: cookies that stay behind
/// and forms that may not leave are as they are outside.
@Tag("browser")
class ProviderBrowserTest {
    @TempDir
    Path folder;

    private static OfficialHouse house(Path folder, ProviderDouble provider) {
        var wire = new WireSettings(Set.of(443), List.of(), true, "", 0);
        return new OfficialHouse(folder, "", new Passwords(new CommonPasswords(Gazetteer.open("quang-ninh"))),
                clock -> new OpenIdProvider(new ProviderSettings(provider.issuer(), ProviderDouble.CLIENT,
                        new Secret(ProviderDouble.SECRET), "Cổng cán bộ", List.of(),
                        URI.create("http://localhost:22700" + ProviderSettings.BACK)),
                        new GuardedClient(wire, Resolver.ofMachine(), clock), clock));
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "NIGHT", "LAPTOP"})
    void an_official_links_their_identity_and_comes_in_by_it(Screen screen) {
        var provided = new SettableClock("2026-11-25T01:00:00Z");
        try (var provider = ProviderDouble.open(provided);
                var house = house(folder, provider);
                var browsing = Browsing.start();
                var window = browsing.window(screen)) {
            var base = "http://localhost:" + house.port();
            provider.sendBackTo(base);
            var lan = house.joined(Role.VIEWER, "Lan");
            house.clock.pass(Duration.ofSeconds(30));
            provided.pass(Duration.ofSeconds(30));
            var page = window.newPage();
            page.navigate(base + "/sign-in");
            look(page, browsing, screen, "sign-in");
            page.fill("#name", "Lan");
            page.fill("#password", OfficialHouse.PASSWORD);
            page.press("#password", "Enter");
            page.fill("#code", lan.digits());
            page.press("#code", "Enter");
            page.waitForURL("**/account");
            look(page, browsing, screen, "account");
            page.fill("#chat-proof", OfficialHouse.PASSWORD);
            page.press("#chat-proof", "Enter");
            look(page, browsing, screen, "chat-code");
            assertTrue(page.content().contains("/lienket "), page.content());

            page.navigate(base + "/account");
            page.fill("#provider-proof", OfficialHouse.PASSWORD);
            page.press("#provider-proof", "Enter");
            look(page, browsing, screen, "out");
            page.click("a.main");
            page.waitForURL("**/account");
            assertTrue(page.content().contains("Đã nối từ"), page.content());
            look(page, browsing, screen, "linked");

            page.click("button.quiet");
            page.waitForURL("**/sign-in");
            page.click("a[href='/sign-in/provider']");
            page.waitForURL("**/sign-in/factor");
            house.clock.pass(Duration.ofSeconds(30));
            page.fill("#code", lan.digits());
            page.press("#code", "Enter");
            page.waitForURL("**/account");
            assertEquals(2, provider.visits().stream().filter("/authorize"::equals).count());
        }
    }

    private static void look(Page page, Browsing browsing, Screen screen, String name) {
        Browsing.picture(page, "provider-" + name + "-" + screen.name().toLowerCase(Locale.ROOT));
        assertEquals(List.of(), Browsing.refused(page), name);
        assertEquals(List.of(), browsing.complaints(), name);
        assertTrue((Boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name);
    }
}
