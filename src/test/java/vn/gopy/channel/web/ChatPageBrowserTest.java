package vn.gopy.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.gopy.browser.Browsing;
import vn.gopy.browser.Browsing.Screen;
import vn.gopy.browser.ChatPageContract;

/// The chat page with a small scripted bot behind it.
class ChatPageBrowserTest extends ChatPageContract {
    private final ChatHouse house = new ChatHouse(Duration.ofSeconds(15), 100);

    @Override
    protected String address() {
        return "http://127.0.0.1:" + house.port();
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void an_opinion_takes_a_few_taps_and_the_review_is_edited_in_place() {
        var page = open(Screen.PHONE);
        for (var label : new String[]{"✍️ Góp ý", "🙁", "Đi lại, trụ sở xa"}) {
            buttons(page).filter(new Locator.FilterOptions().setHasText(label)).click();
        }

        assertThat(bubbles(page).last()).containsText("đã sửa tại chỗ");
        assertThat(bubbles(page)).hasCount(7);
        Browsing.picture(page, "chat-opinion");
        buttons(page).first().click();
        assertThat(bubbles(page).last()).containsText("K7Q-2M");
        assertThat(buttons(page)).hasCount(0);
        done(page);
    }

    @Test
    void row_2_hostile_words_stay_words_and_only_web_addresses_become_links() {
        var page = open(Screen.LAPTOP);
        assertThat(buttons(page).first()).isVisible();

        say(page, "<img src=x onerror='window.__xss=1'>");
        assertThat(mine(page)).hasText("<img src=x onerror='window.__xss=1'>");
        say(page, "hostile");
        assertThat(bubbles(page).last()).containsText("<script>window.__xss=1</script>");

        assertEquals(true, page.evaluate("window.__xss === undefined"));
        var link = bubbles(page).last().locator("a");
        assertThat(link).hasCount(1);
        assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(buttons(page).last()).hasText("<b onclick=x>đậm</b>");
        done(page);
    }

    @Test
    void a_message_waits_while_the_service_rests_and_is_heard_once() {
        var page = open(Screen.PHONE);
        assertThat(buttons(page).first()).isVisible();
        var before = house.inbox().heard().size();
        house.inbox().rest(true);
        say(page, "tin trong lúc nghỉ");
        assertThat(page.locator("#status")).containsText("đang bận");
        Browsing.picture(page, "chat-busy");

        house.inbox().rest(false);

        assertThat(page.locator("#log .mine.waiting")).hasCount(0);
        assertEquals(before + 1, house.inbox().heard().size());
        complained("503");
        done(page);
    }

    @Test
    void a_silent_notice_is_shown_without_a_bubble() {
        var page = open(Screen.PHONE);
        assertThat(buttons(page).first()).isVisible();

        say(page, "notice");

        assertThat(page.locator("#status")).hasText("Câu này đã xong.");
        done(page);
    }
}
