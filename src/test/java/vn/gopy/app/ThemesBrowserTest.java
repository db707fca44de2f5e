package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Visitor;
import vn.gopy.quote.Speakers;
import vn.gopy.topic.Topic;

/// An office answers a theme in a real browser, and everybody reads it on the page of figures.
@Tag("browser")
class ThemesBrowserTest {
    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-10-14T02:00:00Z");

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "NIGHT", "LAPTOP"})
    void an_approver_promises_drafts_and_sends_with_keys_alone(Screen screen) {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"));
                var browsing = Browsing.start();
                var window = browsing.window(screen)) {
            var speakers = new Speakers(house.ground().database(), house.ground().vault());
            var said = new Speakers.Said(Instant.parse("2026-10-14T02:00:00Z"), 2, Topic.DI_LAI,
                    Speakers.HOANH_BO, "đi lại xa");
            speakers.neighbours(1_000, said);
            speakers.crowd(2_000, 60, said);
            clock.pass(Duration.ofDays(19));
            house.order("release");
            var cookie = approver(house).cookie.split("=", 2);
            window.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(house.address())));
            var page = window.newPage();

            page.navigate(house.address() + "/themes");
            fine(page, browsing, screen, "list");
            page.locator("ul.themes a").first().focus();
            page.keyboard().press("Enter");
            page.locator("#day").fill("2026-11-20");
            page.locator("button[value=promise]").press("Enter");
            page.locator("input[value=changed]").check();
            page.locator("#vi")
                    .fill("Từ ngày 1/12 có xe đưa đón miễn phí.\nMỗi ngày hai chuyến, sáng và chiều.");
            page.locator("button[value=draft]").press("Enter");
            assertTrue(page.locator("[role=alert]").textContent().contains("phải nêu căn cứ"));
            assertTrue(page.locator("#vi").inputValue().contains("hai chuyến"), "what was typed stays");
            fine(page, browsing, screen, "refused");
            page.locator("#proof").fill("Thông báo 31/TB-UBND ngày 15/11/2026");
            page.locator("button[value=draft]").press("Enter");
            assertTrue(
                    page.locator(".as-shown").textContent().contains("Câu trả lời này có đúng ý bạn không?"));
            fine(page, browsing, screen, "draft");
            page.locator("button[value=send]").press("Enter");
            fine(page, browsing, screen, "sent");

            page.navigate(house.address() + "/figures/07030?period=2026-10");
            fine(page, browsing, screen, "figures");
            assertTrue(page.locator(".band-answers").textContent().contains("Thông báo 31/TB-UBND"));
            page.navigate(house.address() + "/figures/07030?period=2026-10&lang=en");
            assertTrue(page.locator(".band-answers").textContent().contains("Changed"));
        }
    }

    private Visitor approver(RunningHouse house) {
        var code = house.order("official-invite", "approver", Speakers.HOANH_BO)
                .replaceAll("(?s).*code: ([A-Z2-7-]+).*", "$1");
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code, "Bà Hoa", WordsHouse.PASSWORD);
        return visitor;
    }

    private static void fine(Page page, Browsing browsing, Screen screen, String name) {
        Browsing.picture(page, "themes-" + name + "-" + screen.name().toLowerCase(Locale.ROOT));
        assertEquals(List.of(), Browsing.refused(page), name);
        assertEquals(List.of(), browsing.complaints().stream().filter(told -> !told.contains("status of 422"))
                .toList(), name);
        assertTrue((Boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name);
    }
}
