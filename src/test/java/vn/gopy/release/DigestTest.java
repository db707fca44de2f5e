package vn.gopy.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.db.Database;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// What a week's digest tells, and what it leaves out.
class DigestTest {
    @TempDir
    private Path folder;
    private Village village;

    @BeforeEach
    void open() {
        village = new Village(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void say(int first, int persons, String day, int mood, Topic topic) {
        village.crowd(first, persons, new Said(day + "T09:00", mood, topic, Village.HOANH_BO));
    }

    /// So many satisfied, twenty neutral, so many dissatisfied.
    private void moods(int first, String day, int satisfied, int dissatisfied) {
        say(first, satisfied, day, 4, Topic.DI_LAI);
        say(first + 200, 20, day, 3, Topic.DI_LAI);
        say(first + 400, dissatisfied, day, 2, Topic.DI_LAI);
    }

    private Digest digest(String week) {
        return Digest.of(village.releases, Period.parse(week).orElseThrow()).orElseThrow();
    }

    @Test
    void the_first_week_has_nothing_to_compare_with() {
        say(0, 60, "2026-10-14", 4, Topic.DI_LAI);
        village.publish("2026-10-19T03:00");

        var digest = digest("2026-W42");

        assertEquals(Optional.empty(), digest.before());
        assertEquals(0, digest.changes().all() + digest.themes().all());
        assertEquals(Optional.empty(), digest.month());
    }

    @Test
    void a_change_is_told_when_the_intervals_do_not_touch_and_not_before() {
        moods(0, "2026-10-13", 100, 100);
        moods(1000, "2026-10-20", 100, 90);
        moods(2000, "2026-10-27", 20, 180);
        village.publish("2026-11-02T03:00");

        assertEquals(0, digest("2026-W43").changes().all());
        var changes = digest("2026-W44").changes();

        assertEquals(2, changes.all());
        for (var change : changes.shown()) {
            assertTrue(change.now().differsFrom(change.before()));
            assertEquals(village.province("2026-W44").share(change.item()), Optional.of(change.now()));
            assertEquals(village.province("2026-W43").share(change.item()), Optional.of(change.before()));
        }
        assertTrue(changes.shown().stream()
                .anyMatch(change -> change.item().equals(new Item.MoodOf(Mood.Group.DISSATISFIED))));
    }

    /// Two weeks that differ clearly, the second asked in other words, with a break of borders on some days.
    private Releases worded(Path place, String second, LocalDate... breaks) {
        moods(0, "2026-10-13", 180, 20);
        moods(1000, "2026-10-20", 20, 180);
        var first = village.publish("2026-10-19T03:00").orElseThrow();
        var next = village.publish("2026-10-26T03:00").orElseThrow();
        try (var empty = Database.open(place.resolve("empty.db"))) {
            return Releases.open(empty, List.of(breaks)).with(first, village.releases.sheets(first)).with(
                    new Release(next.id(), next.publishedAt(), next.periods(), next.rule(), second,
                            next.previous(), next.hash(), next.unanswered()),
                    village.releases.sheets(next));
        }
    }

    private static Summary.Change summed(Releases releases) {
        var week = Period.parse("2026-W43").orElseThrow();
        return new Summary(releases.sheet(Area.PROVINCE, week).orElseThrow(),
                releases.before(Area.PROVINCE, week), releases.closing(week).orElseThrow()).change();
    }

    @Test
    void the_same_questions_within_the_same_borders_are_compared() {
        var releases = worded(folder, ReleaseBuilder.QUESTIONS, LocalDate.parse("2025-07-01"));

        assertEquals(Summary.Change.CLEAR, summed(releases));
        assertTrue(Digest.of(releases, Period.parse("2026-W43").orElseThrow()).orElseThrow().comparable());
    }

    @Test
    void no_change_is_told_across_a_new_wording_of_the_questions() {
        var releases = worded(folder, "2");
        var digest = Digest.of(releases, Period.parse("2026-W43").orElseThrow()).orElseThrow();

        assertEquals(Summary.Change.UNKNOWN, summed(releases));
        assertEquals(0, digest.changes().all() + digest.themes().all());
        assertTrue(digest.before().isPresent() && !digest.comparable());
    }

    @Test
    void no_change_is_told_across_a_change_of_borders() {
        var releases = worded(folder, ReleaseBuilder.QUESTIONS, LocalDate.parse("2026-10-19"));
        var digest = Digest.of(releases, Period.parse("2026-W43").orElseThrow()).orElseThrow();

        assertEquals(Summary.Change.UNKNOWN, summed(releases));
        assertEquals(0, digest.changes().all() + digest.themes().all());
    }

    @Test
    void a_topic_is_new_when_its_number_is_shown_and_was_not() {
        say(0, 60, "2026-10-13", 4, Topic.DI_LAI);
        say(100, 9, "2026-10-14", 4, Topic.DAT_DAI);
        say(200, 60, "2026-10-20", 4, Topic.DI_LAI);
        say(300, 20, "2026-10-21", 4, Topic.DAT_DAI);
        village.publish("2026-10-26T03:00");

        var themes = digest("2026-W43").themes();

        assertEquals(List.of(Topic.DAT_DAI), themes.shown().stream().map(Digest.Theme::topic).toList());
        assertEquals(20, themes.shown().getFirst().persons());
    }

    @Test
    void the_monday_after_a_month_tells_of_the_communes_and_a_later_release_changes_no_digest() {
        moods(0, "2026-09-13", 60, 20);
        moods(1000, "2026-10-14", 20, 60);
        village.publish("2026-11-02T03:00");
        var digest = digest("2026-W44");

        assertEquals("2026-10", digest.month().orElseThrow().code());
        assertEquals(54, digest.reach().units());
        assertEquals(53, digest.reach().silent());
        assertTrue(digest.changes().shown().stream()
                .anyMatch(change -> change.area().equals(new Area("07030"))
                        && change.period().code().equals("2026-10")));
        assertEquals(Optional.of(Period.parse("2026-W44").orElseThrow()),
                Digest.weekOf(village.releases.latest().orElseThrow()));

        say(200, 60, "2026-11-14", 4, Topic.DI_LAI);
        village.publish("2026-12-07T03:00");

        assertEquals(digest, digest("2026-W44"));
    }

    @Test
    void a_month_or_an_unpublished_week_has_no_digest() {
        say(0, 60, "2026-10-14", 4, Topic.DI_LAI);
        village.publish("2026-11-02T03:00");

        assertEquals(Optional.empty(),
                Digest.of(village.releases, Period.parse("2026-10").orElseThrow()));
        assertEquals(Optional.empty(),
                Digest.of(village.releases, Period.parse("2026-W45").orElseThrow()));
    }
}
