package vn.gopy.policy;

import java.util.List;

/// A question as typed and as read: the ways in which the index may see it, and what the unit it names may be.
record Question(String typed, List<Asked> views, Named place) {
    Question {
        views = List.copyOf(views);
    }

    /// The same as part of a longer one, whose place holds for it unless it names its own.
    Question within(Question whole) {
        return new Question(whole.typed, views, place.isEmpty() ? whole.place : place);
    }
}
