package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OpenQuestions;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Topic;

/// The province's page, the API and the files tell the same of questions without a source.
final class UnansweredPageTest {
    private static final String TITLE = "Câu hỏi chưa có nguồn";
    private static final OpenQuestions ASKED = new OpenQuestions() {
        @Override
        public Optional<Instant> first() {
            return Optional.empty();
        }

        @Override
        public List<OpenQuestion> in(Period period) {
            return period.code().equals("2026-10")
                    ? List.of(new OpenQuestion(period, "bao giờ làm lại cầu treo", Optional.of(Topic.HA_TANG),
                            25), new OpenQuestion(period, "lịch cắt điện tuần này", Optional.empty(), 10))
                    : List.of();
        }
    };

    @TempDir
    private Path folder;
    private FiguresHouse house;

    @BeforeEach
    void open() {
        house = new FiguresHouse(new Village(folder, _ -> ASKED), true, false, 0);
        house.village.crowd(0, 60, new Said("2026-09-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
        house.village.crowd(100, 60, new Said("2026-10-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
        house.village.publish("2026-11-02T03:00");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String body(String address) {
        var answer = house.get(address);
        assertEquals(200, answer.statusCode(), address);
        return answer.body();
    }

    @Test
    void the_month_of_the_province_lists_them_with_topic_and_number() {
        var page = body("/figures?period=2026-10");
        var band = page.substring(page.indexOf(TITLE));

        assertTrue(band.contains("<th scope=\"row\">bao giờ làm lại cầu treo</th>"), band);
        assertTrue(band.matches("(?s).*bao giờ làm lại cầu treo</th>\\s*<td>[^<]+</td>\\s*<td>25</td>.*"),
                band);
        assertTrue(band.matches("(?s).*lịch cắt điện tuần này</th>\\s*<td>chưa rõ</td>\\s*<td>10</td>.*"),
                band);
        assertTrue(body("/figures?period=2026-10&lang=en").contains("Questions without a source"));
    }

    @Test
    void a_month_without_any_says_under_ten_and_a_week_or_a_commune_has_none() {
        assertTrue(body("/figures?period=2026-09").contains("Dưới 10 người: chưa nêu."));
        assertFalse(body("/figures?period=2026-W42").contains("cầu treo"));
        assertFalse(body("/figures/07030?period=2026-10").contains(TITLE));
    }

    @Test
    void page_json_and_file_tell_the_same() {
        var json = body("/api/v1/releases/2026-11-02/cells?table=unanswered");
        var file = body("/api/v1/releases/2026-11-02.csv?table=unanswered");

        assertTrue(json.contains("\"cells\":[],\"unanswered\":[{\"period\":\"2026-10\",\"words\":"
                + "\"bao giờ làm lại cầu treo\",\"topic\":\"ha_tang\",\"persons\":25},"), json);
        assertTrue(json.contains("\"words\":\"lịch cắt điện tuần này\",\"topic\":null,\"persons\":10}"),
                json);
        assertTrue(file.contains("province,,unanswered,bao giờ làm lại cầu treo,25,false,,,,,ha_tang"), file);
        assertTrue(file.contains("province,,unanswered,lịch cắt điện tuần này,10,false,,,,,"), file);
        assertTrue(body("/api/v1/releases/2026-11-02.csv").contains("cầu treo"));
        assertFalse(body("/api/v1/releases/2026-11-02.csv?area=07030").contains("cầu treo"));
        assertEquals(404,
                house.get("/api/v1/releases/2026-11-02/cells?table=unanswered&period=2026-09").statusCode());
    }
}
