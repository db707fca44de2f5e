package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.dashboard.FiguresHouse;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OpenQuestions;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// Hostile words in every view that shows words which are not ours, in a real browser (contracts.md section 5,
/// row 1): they stay words.
@Tag("browser")
class HostileTextBrowserTest {
    private static final List<String> HOSTILE = List.of("<script>window.__xss=1</script>",
            "<img src=x onerror=window.__xss=1>", "\"><svg onload=window.__xss=1>", "'><b>x</b>",
            "</title><script>window.__xss=1</script>", "</textarea><img src=x onerror=window.__xss=1>",
            "<!--", "]]>", "</style><script>window.__xss=1</script>", "javascript:window.__xss=1",
            "<a href=javascript:window.__xss=1>x</a>", "<iframe srcdoc='<script>parent.__xss=1</script>'>",
            "&lt;script&gt;", "&#60;script&#62;", "\" autofocus onfocus=window.__xss=1 x=\"",
            "' onmouseover='window.__xss=1", "<math><mtext><script>window.__xss=1</script>",
            "<body onload=window.__xss=1>", "<base href=//evil.example/>",
            "<meta http-equiv=refresh content=0>",
            "${7*7}", "{{7*7}}", "`${window.__xss=1}`", "\\u003cscript\\u003e", "<scr<script>ipt>",
            "<details open ontoggle=window.__xss=1>", "<style>*{display:none}</style>", "%3Cscript%3E");

    @TempDir
    Path folder;

    @Test
    void row_1_hostile_words_on_the_pages_of_figures_stay_words() {
        var asked = new OpenQuestions() {
            @Override
            public Optional<Instant> first() {
                return Optional.empty();
            }

            @Override
            public List<OpenQuestion> in(Period period) {
                return period.kind() == Period.Kind.MONTH
                        ? HOSTILE.stream().map(
                                words -> new OpenQuestion(period, words, Optional.of(Topic.DI_LAI), 25))
                                .toList()
                        : List.of();
            }
        };
        try (var house = new FiguresHouse(new Village(folder, _ -> asked), true, true, 0);
                var browsing = Browsing.start();
                var window = browsing.window(Screen.LAPTOP)) {
            house.village.crowd(0, 60, new Said("2026-09-14T09:00", 2, Topic.DI_LAI, Village.HOANH_BO));
            house.village.publish("2026-11-02T03:00");
            var page = window.newPage();
            var base = "http://127.0.0.1:" + house.server.port();
            for (var address : List.of("/figures?period=2026-09", "/figures?period=2026-09&lang=en")) {
                page.navigate(base + address);
                shown(page, HOSTILE, address);
            }
            page.navigate(base + "/figures/digest");
            quiet(page, "/figures/digest");
            assertEquals(List.of(), browsing.complaints());
        }
    }

    @Test
    void row_1_hostile_words_on_every_other_page_stay_words() throws Exception {
        var operator = String.join(" ", HOSTILE.subList(0, 9));
        var events = folder.resolve("events.yaml");
        Files.writeString(events, "events:\n" + String.join("", marks()));
        try (var house = new WholeHouse(folder.resolve("data"),
                Map.of("GOPY_OPERATOR", operator, "GOPY_EVENTS",
                        events.toString(), "GOPY_WEB_CONTACT", "<img src=x onerror=window.__xss=1>"));
                var browsing = Browsing.start()) {
            var ground = house.running.ground();
            for (var words : HOSTILE) {
                ground.officials().audit().note(AuditTrail.NOBODY, Deed.SETTINGS_CHANGED, words);
            }
            rename(house, "viewer", HOSTILE.getFirst());
            rename(house, "operator", HOSTILE.get(1));
            rename(house, "auditor", HOSTILE.get(2));
            try (var window = browsing.window(Screen.LAPTOP)) {
                var page = window.newPage();
                for (var address : List.of("/privacy", "/figures", "/figures/07030", "/figures/method",
                        "/figures/topics/di_lai", "/posters/07030", "/api",
                        "/sign-in",
                        "/join", "/nowhere", "/")) {
                    page.navigate(house.uri(address).toString());
                    shown(page, List.of(operator), address);
                }
                page.navigate(house.uri("/figures/07030/sheet").toString());
                quiet(page, "the sheet");
                page.navigate(house.uri("/figures?period=2026-W42").toString());
                shown(page, HOSTILE.stream().filter(words -> words.length() <= 80).toList().subList(0, 6),
                        "marks");
            }
            as(house, browsing, "operator", Map.of("/people", HOSTILE.subList(0, 3), "/people/1",
                    HOSTILE.subList(0, 1), "/account", HOSTILE.subList(1, 2)));
            as(house, browsing, "auditor", Map.of("/audit", HOSTILE, "/account", HOSTILE.subList(2, 3)));
            assertEquals(List.of(), browsing.complaints().stream()
                    .filter(told -> !told.contains("status of 404")).toList());
        }
    }

    private static List<String> marks() {
        var all = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            all.add("  - day: 2026-10-0" + (i + 1) + "\n    text:\n      vi: \""
                    + HOSTILE.get(i).replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n");
        }
        return all;
    }

    /// Puts a name into the table that no page would take.
    private static void rename(WholeHouse house, String from, String to) {
        int renamed = house.running.ground().database().ledger()
                .commit(tx -> tx.run("UPDATE official SET name = ? WHERE name = ?", to, from));
        assertEquals(1, renamed);
    }

    private static void as(WholeHouse house, Browsing browsing, String who, Map<String, List<String>> pages) {
        try (var window = browsing.window(Screen.LAPTOP)) {
            signedIn(house, window, who);
            var page = window.newPage();
            pages.forEach((address, words) -> {
                page.navigate(house.uri(address).toString());
                assertTrue(page.url().endsWith(address), page::url);
                shown(page, words, address);
            });
        }
    }

    private static void signedIn(WholeHouse house, BrowserContext window, String who) {
        var cookie = house.guest(who).cookie.split("=", 2);
        window.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(house.running.address())));
    }

    private static void shown(Page page, List<String> words, String where) {
        var text = String.valueOf(page.evaluate("document.body.textContent"));
        for (var each : words) {
            assertTrue(text.contains(each), () -> where + " does not say: " + each);
        }
        quiet(page, where);
    }

    private static void quiet(Page page, String where) {
        assertEquals(true, page.evaluate("window.__xss === undefined"), where);
        assertEquals(List.of(), Browsing.refused(page), where);
        assertEquals(0,
                page.locator("iframe, base, [onerror], [onload], [onfocus], script:not([src])").count(),
                where);
    }
}
