package vn.gopy.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.topic.Topic;

/// What so many persons of a place spoke of, in one or more months whose figures are published.
///
/// @param persons  the largest published figure of these months, rounded, never under k
/// @param due      the day by which the office itself has promised an answer
/// @param moved    how often the office put that day off
/// @param revision counted at every change, so that nobody decides on what they did not see
public record Theme(long id, Area area, Topic topic, Period first, Period last, int persons, Instant openedAt,
        Optional<LocalDate> due, int moved, ThemeState state, int revision) {
    /// Above so many persons one official alone does not send an answer.
    public static final int SECOND_PAIR_OF_EYES = 100;

    /// Whether an answer is owed for longer than the office promised.
    public boolean isLate(LocalDate today) {
        return state == ThemeState.HEARD && due.map(day -> day.isBefore(today)).orElse(false);
    }

    /// Whether one of its months has a day in common with a period. A week asks for all that was open by then.
    boolean concerns(Period period) {
        boolean begun = first.start().isBefore(period.end());
        return period.kind() == Period.Kind.WEEK ? begun : begun && last.end().isAfter(period.start());
    }
}
