package vn.gopy.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.chat.Address;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Release;
import vn.gopy.release.Rule;
import vn.gopy.release.Sheet;
import vn.gopy.release.Summary;
import vn.gopy.release.Telling;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Figures of October 2026 for transcripts: the province, Hoành Bồ, and a silent Việt Hưng; no quarter is
/// published.
final class SampleFigures implements Published {
    private static final Rule RULE = new Rule(10, 5);
    private static final Period OCTOBER = Period.containing(Period.Kind.MONTH, LocalDate.of(2026, 10, 1));
    private static final Release RELEASE = new Release("2026-11-02", Instant.parse("2026-11-01T20:00:00Z"),
            List.of(OCTOBER), RULE, "1", "", "00", List.of());

    @Override
    public Optional<Reader> reader(Address chat) {
        return Optional.empty();
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public Optional<Shown> latest(Area area, Period.Kind kind) {
        if (kind != Period.Kind.MONTH) {
            return Optional.empty();
        }
        return Optional.of(switch (area.code()) {
            case "province" -> shown(counts(2400, 900, 800), area, 1_400_000);
            case "07030" -> shown(counts(120, 50, 40), area, 30_000);
            default -> shown(Map.of(), area, 20_000);
        });
    }

    private static Map<Item, Count> counts(int people, int satisfied, int dissatisfied) {
        return Map.of(new Item.People(), new Count.Of(people), new Item.MoodBase(), new Count.Of(people),
                new Item.MoodOf(Mood.Group.SATISFIED), new Count.Of(satisfied),
                new Item.MoodOf(Mood.Group.NEUTRAL), new Count.Of(people - satisfied - dissatisfied),
                new Item.MoodOf(Mood.Group.DISSATISFIED), new Count.Of(dissatisfied),
                new Item.TopicOf(Topic.GIAY_TO), new Count.Of(people / 3), new Item.TopicOf(Topic.DI_LAI),
                new Count.Of(people / 4));
    }

    private static Shown shown(Map<Item, Count> counts, Area area, int population) {
        var summary = new Summary(new Sheet(area, OCTOBER, RULE, counts), Optional.empty(), RELEASE);
        var path = area.isProvince() ? "" : "/" + area.code();
        return new Shown(new Telling(summary, OptionalInt.of(population), Optional.empty(), false),
                Optional.of("https://gopy.example/figures" + path + "?period=2026-10"));
    }
}
