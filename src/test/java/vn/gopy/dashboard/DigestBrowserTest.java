package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OpenQuestions;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// The fullest digest there can be, and the page of the API, in a real browser and on paper.
@Tag("browser")
class DigestBrowserTest {
    private static final Path PICTURES = Path.of("target", "digest");
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");
    private static final OpenQuestions ASKED = new OpenQuestions() {
        @Override
        public Optional<Instant> first() {
            return Optional.empty();
        }

        @Override
        public List<OpenQuestion> in(Period period) {
            return period.kind() == Period.Kind.MONTH
                    ? Stream.of("một", "hai", "ba", "bốn", "năm", "sáu")
                            .map(number -> new OpenQuestion(period,
                                    "đường trường phường nghiêng thượng " + number,
                                    Optional.of(Topic.HA_TANG), 25))
                            .toList()
                    : List.of();
        }
    };

    @TempDir
    private Path folder;
    private FiguresHouse house;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(PICTURES);
        house = new FiguresHouse(new Village(folder, _ -> ASKED), true, true, 0);
        int first = 0;
        for (var unit : house.village.gazetteer.newUnits()) {
            var id = unit.id().toString();
            for (var september : List.of(true, false)) {
                var day = september ? "2026-09-14T09:00" : "2026-10-29T09:00";
                for (int mood : List.of(2, 3, 4)) {
                    int persons = mood == 3 ? 20 : (mood == 4) == september ? 80 : 20;
                    house.village.crowd(first, persons, new Said(day, mood,
                            september ? Topic.DI_LAI : Topic.MOI_TRUONG, id));
                    first += persons;
                }
            }
        }
        house.village.crowd(first, 40, new Said("2026-10-21T09:00", 4, Topic.DI_LAI, "unclear"));
        house.village.publish("2026-11-02T03:00");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String at(String address) {
        return "http://127.0.0.1:" + house.server.port() + address;
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = {"NARROW", "LAPTOP", "LAPTOP_NIGHT"})
    void nothing_sticks_out_and_nothing_is_complained_of(Screen screen) {
        try (var browsing = Browsing.start(); var window = browsing.window(screen)) {
            var page = window.newPage();
            for (var address : List.of("/figures/digest", "/figures/digest?lang=en", "/api",
                    "/api?lang=en")) {
                page.navigate(at(address));
                Browsing.picture(page, (screen + address).replaceAll("[^A-Za-z]+", "-"));
                assertEquals(0, page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                        address);
                assertEquals(List.of(), page.evaluate("window.__csp"), address);
            }
            assertEquals(List.of(), browsing.complaints());
        }
    }

    @Test
    void the_fullest_digest_fits_one_sheet_of_paper() {
        try (var browsing = Browsing.start(); var window = browsing.window(Screen.LAPTOP)) {
            var page = window.newPage();
            for (var language : List.of("", "?lang=en")) {
                page.navigate(at("/figures/digest" + language));
                assertEquals(10, page.locator("#digest-changes ~ ul > li").count());
                assertEquals(8, page.locator("#digest-themes ~ ul > li").count());
                assertEquals(5, page.locator("#digest-questions ~ ul > li").count());
                assertFalse(page.locator("#digest-changes ~ p").textContent().isBlank());

                var sheets = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)
                        .setPath(PICTURES.resolve("digest" + language.length() + ".pdf")));

                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                page.setViewportSize(680, 1009);
                Browsing.picture(page, "digest-print-" + language.length());
                assertEquals(1,
                        SHEET.matcher(new String(sheets, StandardCharsets.ISO_8859_1)).results().count());
                assertTrue(sheets.length > 5_000);
            }
        }
    }
}
