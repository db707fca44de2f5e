package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;

/// Every kind of page held to WCAG 2.2 AA by axe-core, on a phone by day and on a laptop by night: no serious
/// violation, nothing refused by the page's own policy, nothing on the console.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxeBrowserTest {
    private static final List<String> PUBLIC = List.of("/", "/?lang=en", "/privacy", "/figures",
            "/figures?lang=en", "/figures?period=2026-W42", "/figures/07030", "/figures/07030?period=2026-10",
            "/figures/06652", "/figures/topics/di_lai", "/figures/method", "/figures/digest",
            "/figures/polls", "/figures/forums",
            "/figures/07030/sheet", "/posters/07030", "/documents", "/documents?q=dat&lang=en",
            "/documents/cv-43-bcd", "/models", "/models?q=khong", "/models/1?lang=en", "/api", "/api/events",
            "/sign-in", "/join", "/nowhere");
    private static final List<String> OF_OPERATORS = List.of("/account", "/people", "/people/1",
            "/people?lang=en", "/hooks", "/hooks/portal", "/hooks/fixed?lang=en", "/hooks?lang=en",
            "/tokens", "/bridges",
            "/bridges?lang=en");
    private static final List<String> OF_APPROVERS = List.of("/themes", "/themes/1", "/themes?lang=en",
            "/polls", "/polls/1", "/polls/2?lang=en", "/forums", "/forums/1", "/forums/2?lang=en",
            "/announcements", "/announcements/1", "/announcements/1?lang=en", "/announcements/1/sheet",
            "/announcements/1/poster",
            "/alerts");
    private static final List<String> OF_EDITORS = List.of("/claims", "/claims?lang=en", "/claims/new",
            "/claims/1", "/claims/1?lang=en", "/registers/documents", "/registers/models?lang=en",
            "/registers/models/1", "/registers/models/file", "/registers/models/file?lang=en");
    private static final String SHEET = """
            title,field,kind,unit,state,year
            Đường hoa,Văn hóa,Tập thể,xã Lê Lợi,Đã đăng ký,2026
            Nuôi gà,Kinh tế,Cá nhân,7030,Đã đăng ký,2026
            """;
    private static final List<String> OF_AUDITORS = List.of("/audit");
    private static final String LOOK = """
            async () => {
              const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
                'best-practice'], resultTypes: ['violations']});
              return {passed: found.passes.length, wrong: found.violations
                .filter(one => one.impact === 'serious' || one.impact === 'critical')
                .map(one => one.id + ' (' + one.impact + '): ' + one.nodes.map(node => node.target).join(' | '))};
            }
            """;

    @TempDir
    static Path data;

    private final String axe = axe();
    private WholeHouse house;

    private static String axe() {
        try (InputStream script = AxeBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @BeforeAll
    void open() {
        house = new WholeHouse(data, Map.of("GOPY_ENDPOINTS", "fixed", "GOPY_ENDPOINT_FIXED_URL",
                "http://127.0.0.1:9/fixed", "GOPY_ENDPOINT_FIXED_SECRET", WholeHouse.BRIDGE_SECRET));
        var operator = house.guest("operator");
        operator.post("/hooks", "name", "portal", "url", "http://127.0.0.1:9/portal", "digest.weekly", "on");
        operator.post("/bridges", "name", "messenger", "url", "http://127.0.0.1:9/in");
        operator.post("/bridges/messenger/secret", "do", "rotate");
        operator.post("/tokens", "name", "Cổng", "purpose", "figures", "scope", "new:07030", "days", "90",
                "rate",
                "120");
        house.guest("editor").post("/claims/new", "do", "keep", "vi", "Một câu trả lời chưa xong.");
        house.guest("editor").upload("/registers/models/file", "file", SHEET);
        operator.post("/hooks/portal/test");
        operator.post("/hooks/portal/secret", "do", "rotate");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"PHONE", "LAPTOP_NIGHT"})
    void no_page_has_a_serious_violation_or_complains_of_anything(Screen screen) {
        var wrong = new ArrayList<String>();
        int pages = 0;
        try (var browsing = Browsing.start()) {
            for (var who : List.of("nobody", "operator", "approver", "answerer", "editor", "auditor")) {
                var addresses = addresses(who);
                try (var window = browsing.window(screen)) {
                    signedIn(window, who);
                    var page = window.newPage();
                    for (var address : addresses) {
                        page.navigate(house.uri(address).toString());
                        look(page, address).forEach(found -> wrong.add(address + " " + found));
                        pages++;
                    }
                }
            }
            wrong.addAll(
                    browsing.complaints().stream().filter(told -> !told.contains("status of 404")).toList());
        }
        System.out.printf("axe %s: %d pages, %d serious or told%n", screen, pages, wrong.size());
        assertEquals(List.of(), wrong);
    }

    private List<String> addresses(String who) {
        return switch (who) {
            case "operator" -> OF_OPERATORS;
            case "approver" -> OF_APPROVERS;
            case "answerer" -> ofAnswerers();
            case "editor" -> OF_EDITORS;
            case "auditor" -> OF_AUDITORS;
            default -> PUBLIC;
        };
    }

    /// The list as it is, with filters and without a hit; a request; beginnings of answers.
    private List<String> ofAnswerers() {
        var one = "/requests/" + house.request;
        return List.of("/requests", "/requests?show=all&unit=07030&lang=en", "/requests?show=done", one,
                one + "?lang=en", "/templates", "/templates?lang=en");
    }

    private void signedIn(BrowserContext window, String who) {
        if (!who.equals("nobody")) {
            var cookie = house.guest(who).cookie.split("=", 2);
            window.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(house.running.address())));
        }
    }

    private List<String> look(Page page, String address) {
        page.locator("h1, .bubble").first().waitFor();
        assertEquals(List.of(), Browsing.refused(page), address);
        page.evaluate(axe);
        var found = (Map<?, ?>) page.evaluate(LOOK);
        assertTrue(((Number) Objects.requireNonNull(found.get("passed"))).intValue() > 5, address);
        return ((List<?>) Objects.requireNonNull(found.get("wrong"))).stream().map(String::valueOf)
                .toList();
    }
}
