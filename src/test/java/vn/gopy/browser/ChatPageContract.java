package vn.gopy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gopy.browser.Browsing.Screen;

/// What a resident can do on the chat page, whatever bot is behind it. A subclass brings the server.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ChatPageContract {
    private static final Page.GetByRoleOptions SEND = new Page.GetByRoleOptions().setName("Gửi")
            .setExact(true);

    private Browsing browsing;

    /// Where the server under test listens, such as `http://127.0.0.1:21000`.
    protected abstract String address();

    @BeforeAll
    final void openBrowser() {
        browsing = Browsing.start();
    }

    @AfterAll
    final void closeBrowser() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @AfterEach
    final void nothingComplained() {
        assertEquals(List.of(), browsing.complaints());
    }

    /// A complaint that the story itself caused; it must be there.
    protected final void complained(String part) {
        var all = browsing.complaints();
        assertTrue(!all.isEmpty() && all.stream().allMatch(one -> one.contains(part)), all::toString);
    }

    protected final Page open(Screen screen) {
        return open(screen, "/");
    }

    protected final Page open(Screen screen, String path) {
        var page = browsing.window(screen).newPage();
        page.navigate(address() + path);
        return page;
    }

    protected static Locator bubbles(Page page) {
        return page.locator("#log .bubble");
    }

    protected static Locator mine(Page page) {
        return page.locator("#log .mine .bubble");
    }

    protected static Locator buttons(Page page) {
        return page.locator("#log button.choice:enabled");
    }

    protected static void say(Page page, String text) {
        page.locator("#text").fill(text);
        page.locator("#text").press("Enter");
    }

    protected static void done(Page page) {
        assertEquals(List.of(), Browsing.refused(page), "the page's own policy refused something");
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void the_bot_greets_and_everything_fits_on_the_screen(Screen screen) {
        var page = open(screen);

        assertThat(bubbles(page).first()).isVisible();
        assertThat(buttons(page).first()).isVisible();
        assertThat(page.locator("#send")).isInViewport();
        assertEquals(0, page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Browsing.picture(page, "chat-" + screen);
        done(page);
    }

    @Test
    void a_pressed_button_becomes_the_residents_bubble_and_is_over() {
        var page = open(Screen.PHONE);
        var first = buttons(page).first();
        var label = first.textContent();
        int before = bubbles(page).count();

        first.click();

        assertThat(mine(page)).hasText(label);
        assertThat(bubbles(page).nth(before + 1)).isVisible();
        assertThat(page.locator("#log .choice.pressed")).isDisabled();
        done(page);
    }

    @Test
    void a_typed_question_gets_its_answer() {
        var page = open(Screen.LAPTOP);
        assertThat(buttons(page).first()).isVisible();
        int before = bubbles(page).count();

        page.locator("#text").fill("Xã Lê Lợi giờ thuộc đâu?");
        page.getByRole(AriaRole.BUTTON, SEND).click();

        assertThat(mine(page)).hasText("Xã Lê Lợi giờ thuộc đâu?");
        assertThat(bubbles(page).nth(before + 1)).containsText("Hoành Bồ");
        Browsing.picture(page, "chat-answer");
        done(page);
    }

    @Test
    void the_conversation_survives_a_reload_and_goes_on() {
        var page = open(Screen.PHONE);
        assertThat(buttons(page).first()).isVisible();
        say(page, "Xã Lê Lợi giờ thuộc đâu?");
        assertThat(bubbles(page).last()).containsText("Hoành Bồ");
        var before = bubbles(page).allTextContents();

        page.reload();

        assertThat(bubbles(page)).hasCount(before.size());
        assertEquals(before, bubbles(page).allTextContents());
        say(page, "Xã Lê Lợi giờ thuộc đâu?");
        assertThat(mine(page)).hasCount(2);
        assertThat(bubbles(page).last()).containsText("Hoành Bồ");
        done(page);
    }

    @Test
    void hands_on_the_keyboard_are_enough() {
        var page = open(Screen.LAPTOP);
        assertThat(buttons(page).first()).isVisible();
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().type("dòng một");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("dòng hai");
        page.keyboard().press("Enter");
        assertThat(mine(page)).hasText("dòng một\ndòng hai");
        assertThat(page.locator("#typing")).isHidden();
        assertThat(buttons(page).first()).isVisible();

        int steps = 0;
        while (!(boolean) page.evaluate("document.activeElement.matches('button.choice')")) {
            page.keyboard().press("Shift+Tab");
            assertTrue(++steps < 30, "no button is reached by the keyboard");
        }
        page.keyboard().press("Enter");

        assertThat(mine(page)).hasCount(2);
        done(page);
    }

    @Test
    void deleting_here_forgets_the_conversation() {
        var page = open(Screen.PHONE);
        assertThat(buttons(page).first()).isVisible();
        var before = page.evaluate("JSON.parse(localStorage['gopy.chat.1']).conversation");

        page.locator("#clear").click();
        Browsing.picture(page, "chat-clear");
        page.locator("#clear-dialog button[value=clear]").click();

        assertThat(bubbles(page)).hasCount(0);
        assertTrue(!before.equals(page.evaluate("JSON.parse(localStorage['gopy.chat.1']).conversation")),
                "the name of the conversation must change");
        done(page);
    }

    @Test
    void the_tour_leads_to_the_figures_and_stays_away_once_dismissed() {
        var page = open(Screen.LAPTOP);
        assertThat(page.locator("#tour a")).hasAttribute("href", "/figures");

        page.locator("#tour-away").click();
        page.reload();

        assertThat(page.locator("#log .bubble").first()).isVisible();
        assertThat(page.locator("#tour")).isHidden();
        done(page);
    }

    @Test
    void the_page_speaks_english_too_and_tells_what_is_kept() {
        var page = open(Screen.LAPTOP, "/?lang=en");
        assertThat(bubbles(page).first()).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Privacy").setExact(true)).click();

        assertThat(page.locator("h1")).hasText("Privacy");
        Browsing.picture(page, "privacy-en");
        done(page);
    }
}
