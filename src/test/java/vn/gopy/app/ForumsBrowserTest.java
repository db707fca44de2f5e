package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.chat.Address;
import vn.gopy.fakes.SettableClock;
import vn.gopy.feedback.Consent;
import vn.gopy.forum.SqlForumQuestions;
import vn.gopy.official.Visitor;
import vn.gopy.quote.Speakers;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// An office holds a dialogue session in a real browser, and everybody reads the groups and the answer.
@Tag("browser")
class ForumsBrowserTest {
    private static final List<String> SATURDAY = List.of("Thứ bảy một cửa có làm việc không?",
            "thu bay mot cua co lam viec khong");
    private static final List<String> LAND = List.of("Sổ đỏ cũ có phải đổi địa chỉ mới không?",
            "so do cu co phai doi dia chi moi khong");

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-02T02:00:00Z");

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "NIGHT", "LAPTOP"})
    void an_office_holds_a_session_with_keys_alone(Screen screen) {
        try (var house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"));
                var browsing = Browsing.start();
                var window = browsing.window(screen)) {
            var author = official(house, "answerer", "Bà Hoa");
            var page = window.newPage();
            in(window, house, author);
            page.navigate(house.address() + "/forums");
            page.locator("#vi").fill("Bước đột phá của bộ phận một cửa");
            page.locator("#from").fill("2026-11-02");
            page.locator("#end").fill("2026-11-04");
            page.locator("button[value=keep]").press("Enter");
            assertTrue(page.locator("[role=alert]").textContent().contains("“đột phá”"));
            fine(page, browsing, screen, "refused");
            page.locator("#vi").fill("Giờ làm việc và giấy tờ ở bộ phận một cửa");
            page.locator("#en").fill("Opening hours and papers at the ward's office");
            page.locator("button[value=keep]").press("Enter");
            fine(page, browsing, screen, "draft");
            var approver = official(house, "approver", "Ông Bình");
            in(window, house, approver);
            page.reload();
            page.locator("button[value=approve]").press("Enter");
            fine(page, browsing, screen, "open");
            page.navigate(house.address() + "/forums");
            fine(page, browsing, screen, "list");

            ask(house, 100, 24, SATURDAY);
            ask(house, 200, 13, LAND);
            clock.pass(Duration.ofDays(3));
            TelegramResident.waitUntil(() -> house.ground().database()
                    .read(tx -> tx.number("SELECT count(*) FROM forum_group")) == 3, "no groups");
            in(window, house, official(house, "answerer", "Bà Lan"));
            page.navigate(house.address() + "/forums/1");
            fine(page, browsing, screen, "groups");
            page.locator("#g1").locator("xpath=..").locator("summary").press("Enter");
            page.locator("#g1-vi").fill(
                    "Từ ngày 1/12, sáng thứ Bảy làm việc từ 7 giờ 30 đến 11 giờ 30.\nKhông thu thêm phí.");
            page.locator("#g1").locator("xpath=..").locator("button[value=answer]").press("Enter");
            fine(page, browsing, screen, "answer");
            in(window, house, official(house, "approver", "Bà Mai"));
            page.reload();
            page.locator("button[value=send]").press("Enter");
            fine(page, browsing, screen, "sent");

            page.navigate(house.address() + "/figures/forums");
            fine(page, browsing, screen, "held");
            assertTrue(page.locator("main").textContent().contains("Không thu thêm phí."));
            page.navigate(house.address() + "/figures/forums?lang=en");
            assertTrue(page.locator("main").textContent().contains("Opening hours and papers"));
        }
    }

    private static void in(BrowserContext window, RunningHouse house, Visitor official) {
        var cookie = official.cookie.split("=", 2);
        window.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(house.address())));
    }

    private Visitor official(RunningHouse house, String role, String name) {
        var visitor = new Visitor(house.port(), clock);
        visitor.join(WholeHouse.code(house.order("official-invite", role, Speakers.HOANH_BO)), name,
                WordsHouse.PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    private void ask(RunningHouse house, int first, int many, List<String> texts) {
        var vault = house.ground().vault();
        var people = new SqlPeople(vault);
        var consent = new Consent("2", "sessions", "h".repeat(64), clock.instant(), "web");
        for (int i = first; i < first + many; i++) {
            var address = new Address("web", "x" + i);
            var person = new Person(vault.pseudonym(address.channel(), address.id()), vault.newKey(),
                    Optional.of(address.line()), clock.instant().plus(Duration.ofDays(30)), true);
            var row = people.prepare(person);
            var text = texts.get(i % texts.size());
            house.ground().database().ledger().commit(tx -> {
                people.meet(tx, row, clock.instant());
                return new SqlForumQuestions(vault).ask(tx, person,
                        new SqlForumQuestions.Asking(1, text, Language.VIETNAMESE, false), consent,
                        new byte[]{1});
            });
        }
    }

    private static void fine(Page page, Browsing browsing, Screen screen, String name) {
        Browsing.picture(page, "forums-" + name + "-" + screen.name().toLowerCase(Locale.ROOT));
        assertEquals(List.of(), Browsing.refused(page), name);
        assertEquals(List.of(), browsing.complaints().stream().filter(told -> !told.contains("status of 422"))
                .toList(), name);
        assertTrue((Boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name);
    }
}
