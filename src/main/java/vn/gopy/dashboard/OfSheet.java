package vn.gopy.dashboard;

import java.util.Optional;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;

/// A part of a drawing that stands for one sheet of figures: what the table behind the drawing tells of it.
public interface OfSheet {
    Sheet sheet();

    default Count people() {
        return sheet().count(new Item.People());
    }

    default Count count(Mood.Group group) {
        return sheet().count(new Item.MoodOf(group));
    }

    default Optional<Share> share(Mood.Group group) {
        return sheet().share(new Item.MoodOf(group));
    }
}
