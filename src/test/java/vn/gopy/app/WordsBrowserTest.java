package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;

/// The editors' page and the band of words in a real browser, with hostile sentences on them.
@Tag("browser")
class WordsBrowserTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "NIGHT", "LAPTOP"})
    void row_1_hostile_words_are_text_and_run_nothing(Screen screen) {
        try (var words = new WordsHouse(data).month();
                var browsing = Browsing.start();
                var window = browsing.window(screen)) {
            var hoa = words.editor("Bà Hoa");
            var binh = words.editor("Ông Bình");
            var name = hoa.cookie.split("=", 2);
            window.addCookies(List.of(new Cookie(name[0], name[1]).setUrl(words.address())));
            var page = window.newPage();
            page.navigate(words.address() + "/words");
            harmless(page, browsing, screen, "desk");
            assertTrue(page.locator("blockquote p").allTextContents().stream()
                    .anyMatch(WordsHouse.HOSTILE::contains));
            words.releaseAll(hoa, binh);
            page.navigate(words.address() + "/words");
            harmless(page, browsing, screen, "released");

            page.navigate(words.address() + WordsHouse.PAGE);
            harmless(page, browsing, screen, "figures");
            assertTrue(page.locator(".band-words blockquote p").allTextContents().stream()
                    .anyMatch(WordsHouse.HOSTILE::contains));
        }
    }

    private static void harmless(Page page, Browsing browsing, Screen screen, String name) {
        Browsing.picture(page, "words-" + name + "-" + screen.name().toLowerCase(Locale.ROOT));
        assertEquals(List.of(), Browsing.refused(page), name);
        assertEquals(List.of(), browsing.complaints(), name);
        assertEquals("undefined", page.evaluate("typeof window.__xss"), name);
        assertTrue((Boolean) page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name);
        assertEquals(List.of(), page.evaluate("""
                [...document.querySelectorAll('main select, main textarea')]
                    .filter(field => field.labels.length === 0).map(field => field.name)
                """), name);
    }
}
