package vn.gopy.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.gopy.release.Tie.Grid;
import vn.gopy.release.Tie.Sum;
import vn.gopy.release.Tie.Within;
import vn.gopy.topic.Mood;

/// How a month's crowds hang together with its other figures: everybody sent the same words or did not, each with
/// their mood.
final class CrowdTies {
    private CrowdTies() {}

    /// The ties that are there and those of crowds, as far as these are counted.
    static List<Tie> added(List<Tie> ties, Set<Item> crowds) {
        var all = new ArrayList<>(ties);
        all.add(within(new Item.People(), new Item.InBurst()));
        if (crowds.contains(new Item.WordsOf(Item.Words.ALIKE))) {
            all.add(new Sum(province(new Item.People()), each(Item.WordsOf::new)));
        }
        if (crowds.contains(new Item.WordsBase(Item.Words.ALIKE))) {
            all.addAll(ofMoods());
        }
        return all;
    }

    private static List<Tie> ofMoods() {
        var whole = province(new Item.MoodBase());
        var rows = Arrays.stream(Item.Words.values())
                .map(words -> new Sum(province(new Item.WordsBase(words)), Arrays.stream(Mood.Group.values())
                        .map(group -> province(new Item.WordsMood(words, group))).toList()))
                .toList();
        var columns = Arrays.stream(Mood.Group.values())
                .map(group -> new Sum(province(new Item.MoodOf(group)),
                        each(words -> new Item.WordsMood(words, group))))
                .toList();
        var ties = new ArrayList<Tie>(rows);
        ties.addAll(columns);
        ties.add(new Sum(whole, each(Item.WordsBase::new)));
        ties.add(new Grid(whole, rows, columns));
        for (var words : Item.Words.values()) {
            ties.add(within(new Item.WordsOf(words), new Item.WordsBase(words)));
        }
        return ties;
    }

    private static Tie within(Item whole, Item part) {
        return new Within(province(whole), List.of(province(part)));
    }

    private static List<Cell> each(Function<Item.Words, Item> item) {
        return Arrays.stream(Item.Words.values()).map(words -> province(item.apply(words))).toList();
    }

    private static Cell province(Item item) {
        return new Cell(Area.PROVINCE, item);
    }
}
