package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.db.Tx;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Visitor;

/// Operations and alerts in a real browser: nothing sticks out, nothing is refused.
@Tag("browser")
class OperationsBrowserTest {
    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock(Instant.now().toString());

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "NIGHT", "LAPTOP"})
    void every_page_fits_the_screen_and_complains_of_nothing(Screen screen) {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"));
                var browsing = Browsing.start();
                var window = browsing.window(screen)) {
            spoil(house);
            for (var role : List.of("operator", "editor")) {
                window.clearCookies();
                window.addCookies(List.of(cookie(house, role)));
                for (var address : List.of("/alerts", "/account", "/operations", "/alerts?lang=en",
                        "/operations?lang=en")) {
                    if (role.equals("operator") || !address.startsWith("/operations")) {
                        look(browsing, window.newPage(), house.address() + address,
                                role + address.replaceAll("[/?=]", "-") + "-"
                                        + screen.name().toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
    }

    private static void look(Browsing browsing, Page page, String address, String name) {
        page.navigate(address);
        Browsing.picture(page, "operations-" + name);
        assertEquals(List.of(), Browsing.refused(page), name);
        assertEquals(List.of(), browsing.complaints(), name);
        assertTrue((Boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name);
        assertEquals(1, page.locator("h1").count(), name);
        page.close();
    }

    private Cookie cookie(RunningHouse house, String role) {
        var told = house.order("official-invite", role, "province");
        var code = Pattern.compile("code: ([A-Z2-7-]+)").matcher(told).results().findFirst().orElseThrow();
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code.group(1), role, "cau treo gio bac rat lanh");
        var parts = visitor.cookie.split("=", 2);
        return new Cookie(parts[0], parts[1]).setUrl(house.address());
    }

    /// Something of each kind to look at.
    private void spoil(RunningHouse house) {
        house.ground().database().ledger().commit(tx -> {
            tx.run("INSERT INTO release_refused (kind, starts, up_to, refused_at, why) VALUES ('WEEK', '2026-11-16', 7, "
                    + "?, 'a group under k, or an unrounded number, is shown')",
                    clock.instant().toEpochMilli());
            tx.run("INSERT INTO parked (channel, key, kind, why, parked_at) "
                    + "VALUES ('telegram', X'00', 'message', 'no sender', ?)",
                    clock.instant().toEpochMilli());
            tx.run("INSERT INTO release (id, published_at, k, round, questions, previous, hash) "
                    + "VALUES ('2026-11-23', 1, 10, 5, '1', '', 'x')");
            for (var topic : List.of("di_lai", "dat_dai")) {
                tx.run("INSERT INTO alert (release_id, kind, period, subject, was, now, noticed_at, verdict) "
                        + "VALUES ('2026-11-23', 'topic-volume', '2026-W47', ?, 85, ?, ?, ?)", topic,
                        topic.equals("di_lai") ? 240 : 30, clock.instant().toEpochMilli(),
                        topic.equals("di_lai") ? 1 : Tx.NULL);
            }
            return true;
        });
    }
}
