package vn.gopy.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Sheet;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// What the smaller side says.
final class MinorityTest {
    @Test
    void a_topic_on_too_few_people_for_a_share_is_shown_by_its_number_and_not_called_hidden(
            @TempDir Path folder) {
        try (var village = new Village(folder)) {
            village.crowd(0, 60, new Said("2026-10-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
            village.publish("2026-11-02T03:00");
            var month = Period.parse("2026-10").orElseThrow();
            var counts = new HashMap<Item, Count>();
            counts.put(new Item.MoodOf(Mood.Group.SATISFIED), new Count.Of(100));
            counts.put(new Item.MoodOf(Mood.Group.DISSATISFIED), new Count.Of(50));
            tell(counts, Topic.DAT_DAI, 20, 10);
            tell(counts, Topic.DI_LAI, 60, 20);
            counts.put(new Item.TopicBase(Topic.GIAY_TO), new Count.Of(40));
            var sheet = new Sheet(Area.PROVINCE, month, Village.SETTINGS.rule(), counts);

            var minority = Minority.of(new View(Where.province(village.gazetteer), sheet, sheet,
                    Optional.empty(), village.releases.closing(month).orElseThrow(), village.releases));

            assertEquals(Optional.of(Mood.Group.DISSATISFIED), minority.side());
            assertEquals(List.of(Topic.DI_LAI, Topic.DAT_DAI),
                    minority.topics().stream().map(Minority.Voice::topic).toList());
            assertEquals(new Count.Of(10), minority.topics().getLast().count());
            assertTrue(minority.topics().getLast().share().isEmpty());
        }
    }

    private static void tell(Map<Item, Count> counts, Topic topic, int all, int dissatisfied) {
        counts.put(new Item.TopicBase(topic), new Count.Of(all));
        counts.put(new Item.TopicMood(topic, Mood.Group.DISSATISFIED), new Count.Of(dissatisfied));
    }
}
