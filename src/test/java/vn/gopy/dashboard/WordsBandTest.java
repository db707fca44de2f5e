package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// The band of words where there are none, and where all is made up.
class WordsBandTest {
    @TempDir
    Path folder;

    private static void october(FiguresHouse house) {
        int first = 0;
        for (var unit : house.village.gazetteer.newUnits().subList(0, 8)) {
            for (var topic : List.of(Topic.GIAY_TO, Topic.DI_LAI)) {
                house.village.crowd(first, 40, new Said("2026-10-14T09:00", 2, topic, unit.id().toString()));
                first += 40;
            }
        }
        house.village.publish("2026-11-02T03:00");
    }

    private static long times(String page, String words) {
        return Pattern.compile(Pattern.quote(words)).matcher(page).results().count();
    }

    @Test
    void a_demo_shows_made_up_sentences_for_large_topics_and_marks_each() {
        try (var house = new FiguresHouse(folder, true, true, 0)) {
            october(house);
            var page = house.get("/figures?period=2026-10").body();
            var english = house.get("/figures?period=2026-10&lang=en").body();

            assertEquals(6, times(page, "<span class=\"tag\">Câu mẫu</span>"));
            assertEquals(6, times(page, "<blockquote>"));
            assertTrue(page.contains("không phải lời của người dân"));
            assertFalse(page.contains("Xếp hàng cả buổi sáng"), "nobody spoke about that topic");
            assertTrue(english.contains("I hope papers can be handed in at the old commune office too."));
        }
    }

    @Test
    void without_words_the_page_says_so_and_prints_the_rule_and_weeks_have_none() {
        try (var house = new FiguresHouse(folder)) {
            october(house);
            var page = house.get("/figures?period=2026-10").body();

            assertTrue(page.contains("Chưa có câu nào được đăng cho tháng này."));
            assertTrue(page.contains("Số câu khen và chê đăng ra bằng nhau"));
            assertTrue(page.contains("Chưa từ chối câu nào."));
            assertEquals(0, times(page, "<blockquote>"));
            var week = house.get("/figures?period=2026-W42").body();
            assertTrue(week.contains("Câu chữ chỉ có theo tháng."));
            assertFalse(week.contains("Số câu khen và chê"));
        }
    }
}
