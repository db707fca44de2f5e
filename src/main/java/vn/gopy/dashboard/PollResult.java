package vn.gopy.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.poll.GroupFigures;
import vn.gopy.poll.Poll;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.text.Language;

/// A poll with what is published of it.
///
/// @param month  in which it ends: with that month's figures its own are published
/// @param figures those that are published; empty before
/// @param groups  how groups answered, which is no part of those; empty before the end, and where none was asked
public record PollResult(Poll poll, Period month, Optional<Sheet> figures, Optional<GroupFigures> groups) {
    /// One option.
    ///
    /// @param share its share of all who answered; empty where too few did, or one of both is hidden
    public record Line(String option, Count persons, Optional<Share> share) {}

    /// How many answered.
    public Count all() {
        return figures.map(sheet -> sheet.count(new Item.PollAll(poll.id()))).orElseGet(Count.Hidden::new);
    }

    /// The options in the order in which the office wrote them.
    public List<Line> lines(Language language) {
        var lines = new ArrayList<Line>();
        figures.ifPresent(sheet -> {
            var options = poll.content().in(language).options();
            for (int choice = 0; choice < options.size(); choice++) {
                var item = new Item.PollChoice(poll.id(), choice);
                lines.add(new Line(options.get(choice), sheet.count(item), sheet.share(item)));
            }
        });
        return lines;
    }
}
