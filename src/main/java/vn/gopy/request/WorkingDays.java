package vn.gopy.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which days offices in Viet Nam work: not on Saturdays and Sundays, not on holidays, and not on the day to
/// which a holiday moves that falls on a weekend (Labour Code 45/2019/QH14, articles 111 and 112).
public final class WorkingDays {
    private static final List<MonthDay> FIXED = List.of(MonthDay.of(1, 1), MonthDay.of(4, 30),
            MonthDay.of(5, 1), MonthDay.of(9, 2));

    private final Set<LocalDate> announced;
    private final Set<Integer> years;

    /// @param announced closed days that no rule tells, such as Tết
    public WorkingDays(Collection<LocalDate> announced) {
        this.announced = Set.copyOf(announced);
        years = announced.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the holidays of a year are known, beside those that fall on the same day each year.
    public boolean knows(int year) {
        return years.contains(year);
    }

    public boolean isOpen(LocalDate day) {
        return !isWeekend(day) && !closed(day.getYear()).contains(day);
    }

    /// The working day that comes so many working days after a day.
    public LocalDate after(LocalDate day, int working) {
        var found = day;
        for (int left = working; left > 0; left -= isOpen(found) ? 1 : 0) {
            found = found.plusDays(1);
        }
        return found;
    }

    /// How many working days lie after one day, up to another.
    public int between(LocalDate day, LocalDate until) {
        return (int) day.plusDays(1).datesUntil(until.isAfter(day) ? until.plusDays(1) : day.plusDays(1))
                .filter(this::isOpen).count();
    }

    /// Holidays of a year, and the days to which they move from weekends.
    private Set<LocalDate> closed(int year) {
        var holidays = Stream.concat(FIXED.stream().map(day -> day.atYear(year)),
                announced.stream().filter(day -> day.getYear() == year))
                .collect(Collectors.toCollection(TreeSet::new));
        var closed = new TreeSet<>(holidays);
        holidays.stream().filter(WorkingDays::isWeekend).forEach(holiday -> {
            var next = holiday;
            while (isWeekend(next) || closed.contains(next)) {
                next = next.plusDays(1);
            }
            closed.add(next);
        });
        return closed;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
