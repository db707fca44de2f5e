package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;

/// The pages of officials in a real browser: nothing sticks out, nothing is refused, no mouse is needed.
@Tag("browser")
class OfficialPagesBrowserTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "NIGHT", "LAPTOP"})
    void every_page_fits_the_screen_and_complains_of_nothing(Screen screen) {
        try (var house = new OfficialHouse(folder);
                var browsing = Browsing.start();
                var window = browsing.window(screen)) {
            var page = window.newPage();
            var look = new Look(page, browsing, screen);
            var base = "http://127.0.0.1:" + house.port();
            page.navigate(base + "/join");
            look.at("join");
            page.fill("#code", house.officials.people()
                    .invite(AuditTrail.NOBODY, Role.OPERATOR, Scope.province()).code());
            page.press("#code", "Enter");
            page.fill("#name", "Nguyễn Thị Hoa");
            page.fill("#password", "ngắn");
            page.fill("#again", "ngắn");
            page.fill("#factor", "000000");
            page.press("#factor", "Enter");
            look.at("set-up");
            var phone = new Visitor(house.port(), house.clock);
            phone.learn(page.content());
            page.fill("#password", OfficialHouse.PASSWORD);
            page.fill("#again", OfficialHouse.PASSWORD);
            page.fill("#factor", phone.digits());
            page.press("#factor", "Enter");
            look.at("recovery");
            house.joined(Role.ANSWERER, "Trần Văn Bình");
            house.joined(Role.AUDITOR, "Phạm Thị Kiểm");
            for (var path : List.of("account", "people", "people/2")) {
                page.navigate(base + "/" + path);
                look.at(path.replace('/', '-'));
            }
            page.navigate(base + "/people?lang=en");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a code")).click();
            look.at("handed");
            house.officials.people().change(0, 2, Role.OPERATOR, Scope.province());
            house.officials.people().change(0, 1, Role.AUDITOR, Scope.province());
            page.navigate(base + "/account");
            look.at("sign-in");
        }
    }

    @Test
    void signing_in_takes_a_keyboard_and_no_mouse() {
        try (var house = new OfficialHouse(folder);
                var browsing = Browsing.start();
                var window = browsing.window(Screen.LAPTOP)) {
            var auditor = house.joined(Role.AUDITOR, "Phạm Thị Kiểm");
            house.clock.pass(Duration.ofSeconds(30));
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + house.port() + "/sign-in");
            page.focus("#name");
            page.keyboard().type("Phạm Thị Kiểm");
            page.keyboard().press("Tab");
            page.keyboard().type(OfficialHouse.PASSWORD);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-in/factor");
            new Look(page, browsing, Screen.LAPTOP).at("factor");
            page.focus("#code");
            page.keyboard().type(auditor.digits());
            page.keyboard().press("Enter");
            page.waitForURL("**/account");
            page.navigate("http://127.0.0.1:" + house.port() + "/audit");
            new Look(page, browsing, Screen.LAPTOP).at("audit");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng xuất")).press("Enter");
            page.waitForURL("**/sign-in");
        }
    }

    private record Look(Page page, Browsing browsing, Screen screen) {
        void at(String name) {
            Browsing.picture(page, "official-" + name + "-" + screen.name().toLowerCase(Locale.ROOT));
            assertEquals(List.of(), Browsing.refused(page), name);
            assertEquals(List.of(), browsing.complaints().stream()
                    .filter(told -> !told.contains("status of 422")).toList(), name);
            assertTrue((Boolean) page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name);
            assertEquals(List.of(), page.evaluate("""
                    [...document.querySelectorAll('main input:not([type=hidden]):not(.unseen), main select')]
                        .filter(field => field.labels.length === 0).map(field => field.name)
                    """), name);
            assertEquals(1, page.locator("h1").count(), name);
        }
    }
}
