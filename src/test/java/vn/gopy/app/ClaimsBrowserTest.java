package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
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
import vn.gopy.answer.Noted;
import vn.gopy.answer.SqlQuestions;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.fakes.SettableClock;
import vn.gopy.feedback.Consent;
import vn.gopy.official.Visitor;
import vn.gopy.text.Language;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;

/// Two editors answer what many asked, in a real browser, with keys alone.
@Tag("browser")
class ClaimsBrowserTest {
    @TempDir
    Path data;

    @TempDir
    Path policies;

    private final SettableClock clock = new SettableClock("2026-11-24T02:00:00Z");

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "NIGHT", "LAPTOP"})
    void one_writes_and_mends_and_another_publishes(Screen screen) throws IOException {
        FewPolicies.write(policies);
        try (var house = RunningHouse.start(data, clock,
                Map.of("GOPY_TELEGRAM_MODE", "off", "GOPY_POLICIES", policies.toString()));
                var browsing = Browsing.start();
                var window = browsing.window(screen)) {
            for (int i = 0; i < 14; i++) {
                notes(house.ground(), i);
            }
            clock.pass(Duration.ofDays(8));
            house.order("release");
            var hoa = editor(house, "Bà Hoa");
            var binh = editor(house, "Ông Bình");
            as(window, house, hoa);
            var page = window.newPage();

            page.navigate(house.address() + "/claims");
            fine(page, browsing, screen, "list");
            page.locator("ul.lines a.button").first().focus();
            page.keyboard().press("Enter");
            page.locator("#vi").fill("Cầu treo tốt nhất sẽ được làm lại.");
            page.locator("#asked").fill("cầu treo qua suối bao giờ làm lại");
            page.locator("#document1").selectOption("nd-15-2020");
            page.locator("button[value=check]").press("Enter");
            assertTrue(page.locator("#quote-flaws").textContent().contains("xin trích nguyên văn"));
            assertEquals("Cầu treo tốt nhất sẽ được làm lại.", page.locator("#vi").inputValue());
            fine(page, browsing, screen, "flaws");
            page.locator("#vi").fill("Cầu treo qua suối được làm lại trong quý một năm 2027.");
            page.locator("#en").fill("The bridge over the stream is built anew in early 2027.");
            page.locator("#title-vi").fill("Bao giờ làm lại cầu treo?");
            page.locator("#title-en").fill("When is the bridge built anew?");
            page.locator("#asked").fill("cầu treo qua suối bao giờ làm lại\nbao giờ xây lại cầu treo\n"
                    + "khi nào sửa cầu treo qua suối");
            page.locator("#article1").fill("3");
            page.locator("#quote").fill("Hoàn thành cầu treo trong quý I năm 2027.");
            page.locator("#subject").selectOption("tin-gia");
            page.locator("#id").fill("tin-gia.cau-treo");
            page.locator("#question").fill("bao giờ xong cầu treo ạ");
            page.locator("button[value=try]").press("Enter");
            assertTrue(page.locator(".as-shown").textContent().contains("quý một năm 2027"));
            fine(page, browsing, screen, "tried");
            page.locator("button[value=keep]").press("Enter");
            assertEquals(0, page.locator(".flaws").count(), () -> page.locator("main").textContent());
            assertEquals(0, page.locator("button[value=publish]").count());
            as(window, house, binh);
            page.navigate(house.address() + "/claims/1");
            fine(page, browsing, screen, "draft");
            page.locator("button[value=publish]").press("Enter");
            assertTrue(page.locator("#shown").isVisible());
            fine(page, browsing, screen, "published");
            page.navigate(house.address() + "/claims?lang=en");
            fine(page, browsing, screen, "list-en");
        }
    }

    private static void as(BrowserContext window, RunningHouse house, Visitor who) {
        var cookie = who.cookie.split("=", 2);
        window.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(house.address())));
    }

    private void notes(Ground ground, int number) {
        var now = clock.instant();
        var person = new Person(ground.vault().pseudonym("telegram", Integer.toString(number)),
                ground.vault().newKey(), Optional.of("telegram|" + number), now.plus(Duration.ofDays(30)),
                true);
        var row = new SqlPeople(ground.vault()).prepare(person);
        ground.database().ledger().commit(tx -> {
            new SqlPeople(ground.vault()).meet(tx, row, now);
            new SqlQuestions(ground.vault()).note(tx, person,
                    new Noted(now, "bao giờ làm lại cầu treo qua suối?", Language.VIETNAMESE, true, "before"),
                    new Consent("2", "questions", "hash", now, "telegram"), new byte[]{1});
            return number;
        });
    }

    private Visitor editor(RunningHouse house, String name) {
        var code = house.order("official-invite", "editor", "province")
                .replaceAll("(?s).*code: ([A-Z2-7-]+).*", "$1");
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code, name, WholeHouse.PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    private static void fine(Page page, Browsing browsing, Screen screen, String name) {
        Browsing.picture(page, "claims-" + name + "-" + screen.name().toLowerCase(Locale.ROOT));
        assertEquals(List.of(), Browsing.refused(page), name);
        assertEquals(List.of(), browsing.complaints(), name);
        assertTrue((Boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name);
    }
}
