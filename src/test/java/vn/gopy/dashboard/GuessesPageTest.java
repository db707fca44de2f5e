package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// The quality band tells how often residents kept what the program guessed.
final class GuessesPageTest {
    private static final String TITLE = "Máy đoán đúng bao nhiêu";
    @TempDir
    private Path folder;
    private FiguresHouse house;
    private int next;

    @BeforeEach
    void open() {
        house = new FiguresHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void tap(int persons, int mood, Topic topic) {
        house.village.crowd(next, persons, new Said("2026-10-14T09:00", mood, topic, Village.HOANH_BO));
        next += persons;
    }

    private void type(int persons, int guess, int told, Topic topic) {
        tap(persons, told, topic);
        house.village.guessed(next - persons, persons, guess, Topic.DI_LAI);
    }

    /// Of 100 guessed satisfied 70 are, 20 feel so so, and `opposite` are not.
    private String october(int opposite, String address) {
        type(70, 4, 5, Topic.DI_LAI);
        type(20, 4, 3, Topic.HA_TANG);
        type(opposite, 4, 1, Topic.DI_LAI);
        type(40, 2, 2, Topic.DI_LAI);
        type(15, 2, 3, Topic.DI_LAI);
        type(15, 2, 4, Topic.DI_LAI);
        type(30, 3, 3, Topic.DI_LAI);
        type(15, 3, 2, Topic.DI_LAI);
        type(15, 3, 4, Topic.DI_LAI);
        tap(20, 4, Topic.DI_LAI);
        tap(20, 3, Topic.KHAC);
        tap(20, 2, Topic.KHAC);
        house.village.publish("2026-11-02T03:00");
        return house.get(address).body();
    }

    private static String band(String page) {
        return page.substring(page.indexOf(TITLE));
    }

    @Test
    void the_page_of_the_province_tells_how_often_a_guess_was_kept_with_its_n() {
        var band = band(october(10, "/figures?period=2026-10"));

        assertTrue(band.contains(
                "<th scope=\"row\">Hài lòng <span class=\"soft\">100 người</span></th>"));
        assertTrue(band.contains("<b>70 %</b>"));
        assertTrue(band.contains("n = 100</span>"));
        assertTrue(band.contains(
                "<th scope=\"row\">Đi lại, trụ sở xa <span class=\"soft\">230 người</span></th>"));
        assertTrue(band.contains("<b>91 %</b>"));
    }

    @Test
    void four_who_were_guessed_the_opposite_stand_on_no_page_and_in_no_file() {
        var band = band(october(4, "/figures?period=2026-10"));
        var cells = house.get("/api/v1/releases/2026-11-02.csv?area=province&period=2026-10").body();

        assertTrue(band.contains("hatched"));
        assertTrue(cells.contains("mood_guesses,satisfied.dissatisfied,,true,,,,"));
        assertTrue(cells.contains("mood_guesses,satisfied.neutral,,true,,,,"));
        assertTrue(cells.contains("topic_guesses,di_lai.kept,"));
    }

    @Test
    void nothing_is_said_of_guesses_for_a_commune_or_where_too_few_were_guessed_for() {
        assertFalse(october(10, "/figures/07030").contains(TITLE));
        house.village.crowd(5000, 60, new Said("2026-11-03T09:00", 4, Topic.KHAC, Village.HOANH_BO));
        house.village.crowd(6000, 8, new Said("2026-11-03T09:00", 4, Topic.KHAC, Village.HOANH_BO));
        house.village.guessed(6000, 8, 2, Topic.DI_LAI);
        house.village.publish("2026-11-09T03:00");

        var page = house.get("/figures?period=2026-W45");

        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains(TITLE));
    }

    @Test
    void the_table_speaks_english_too() {
        assertTrue(october(10, "/figures?period=2026-10&lang=en")
                .contains("How often the machine guesses right"));
    }
}
