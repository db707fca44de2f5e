package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.topic.Topic;

/// What is noticed in releases, from published figures alone.
class AlertsTest {
    private static final OwedAnswers NOBODY = (_, _) -> Optional.empty();
    private static final OwedAnswers LATE = (_, _) -> Optional.of(new OwedAnswers.Owed(9, 4, 5, 3));

    @TempDir
    Path folder;

    private final List<Alert> found = new ArrayList<>();
    private Database database;
    private Releases releases;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        releases = Releases.open(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// Publishes a province's figures of a period, and collects what is noticed.
    private void publish(String period, Map<Topic, Integer> persons, List<OpenQuestion> groups,
            OwedAnswers owed) {
        var closed = Period.parse(period).orElseThrow();
        var counts = new HashMap<Item, Count>();
        persons.forEach((topic, some) -> counts.put(new Item.TopicOf(topic), new Count.Of(some)));
        var sheets = List.of(new Sheet(Area.PROVINCE, closed, Village.SETTINGS.rule(), counts));
        var release = new Release(period, closed.until(Village.ZONE), List.of(closed),
                Village.SETTINGS.rule(),
                "1", "", "hash", groups);
        var all = releases.with(release, sheets);
        found.addAll(database.ledger().commit(tx -> {
            new SqlReleases().add(tx, release, sheets, 0);
            return new AlertBook(database).notice(tx, release, all, owed);
        }));
        releases = all;
    }

    private void week(int week, int diLai, int datDai) {
        publish("2026-W" + week, Map.of(Topic.DI_LAI, diLai, Topic.DAT_DAI, datDai), List.of(), NOBODY);
    }

    @Test
    void a_topic_that_leaves_its_level_is_noticed_once_and_those_that_stay_are_not() {
        for (int week = 20; week < 34; week++) {
            week(week, 40 + 5 * (week % 3), 60 + 5 * (week % 2));
        }
        for (int week = 34; week < 37; week++) {
            week(week, 160, 60);
        }

        assertEquals(List.of("topic-volume 2026-W34 di_lai 45 160"), told());
    }

    @Test
    void a_question_that_five_times_as_many_ask_is_noticed_within_the_rounding() {
        var june = Period.parse("2026-06").orElseThrow();
        var july = june.next();
        publish("2026-06", Map.of(),
                List.of(group(june, "cấp lại sổ đỏ", 10), group(june, "phí đò ra đảo", 30)), NOBODY);
        publish("2026-07", Map.of(),
                List.of(group(july, "sổ đỏ cấp lại ở đâu", 65), group(july, "phí đò ra đảo", 120),
                        group(july, "đổi biển số xe", 50), group(july, "giấy khai sinh", 40)),
                NOBODY);

        assertEquals(List.of("question-rise 2026-07 2026-07.1 12 65", "question-rise 2026-07 2026-07.3 9 50"),
                told());
    }

    @Test
    void answers_past_their_deadline_are_noticed_when_somebody_answers() {
        publish("2026-06", Map.of(), List.of(), LATE);

        assertEquals(List.of("answer-late 2026-06 province 0 3"), told());
    }

    @Test
    void how_a_kind_fared_counts_the_wrong_and_the_unmarked_of_thirteen_weeks() {
        for (var month : List.of("2026-06", "2026-07", "2026-08")) {
            publish(month, Map.of(), List.of(), LATE);
        }
        var book = new AlertBook(database);
        var now = Instant.parse("2026-09-08T03:00:00Z");
        var all = book.latest(now);
        assertEquals(3, all.size());

        boolean first = database.ledger().commit(tx -> book.mark(tx, all.getFirst().id(), false));
        boolean last = database.ledger().commit(tx -> book.mark(tx, all.getLast().id(), true));
        assertTrue(first && last);

        assertEquals(new AlertBook.Tally(3, 1, 1), book.tally(Alert.Kind.ANSWER_LATE, now));
        assertEquals(new AlertBook.Tally(0, 0, 0), book.tally(Alert.Kind.TOPIC_VOLUME, now));
        assertEquals(new AlertBook.Tally(1, 1, 0),
                book.tally(Alert.Kind.ANSWER_LATE, now.plus(Duration.ofDays(70))));
        assertEquals(Optional.of(false), book.latest(now).getFirst().right());
    }

    private static OpenQuestion group(Period period, String words, int persons) {
        return new OpenQuestion(period, words, Optional.empty(), persons);
    }

    private List<String> told() {
        return found.stream().map(alert -> alert.kind().word() + " " + alert.period() + " " + alert.subject()
                + " " + alert.was() + " " + alert.now()).toList();
    }
}
