package vn.gopy.release;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/// A calendar period: an ISO week, a month, a quarter or a year. Periods of one kind never overlap and never
/// slide, so that no two figures can be subtracted to isolate a few days (contracts.md P7).
///
/// @param start the first day
public record Period(Kind kind, LocalDate start) implements Comparable<Period> {
    private static final Pattern CODE = Pattern.compile("([0-9]{4})(?:-(W|Q)?([0-9]{1,2}))?");

    /// How long a period is, shortest first. Communes have no weeks, old units no months.
    public enum Kind {
        WEEK, MONTH, QUARTER, YEAR;

        public boolean forCommunes() {
            return this != WEEK;
        }

        public boolean forOldUnits() {
            return this == QUARTER || this == YEAR;
        }
    }

    public Period {
        if (!start.equals(startOf(kind, start))) {
            throw new IllegalArgumentException("no period of this kind starts on " + start);
        }
    }

    /// The period of a kind that a day lies in.
    public static Period containing(Kind kind, LocalDate day) {
        return new Period(kind, startOf(kind, day));
    }

    /// The period of a kind that a moment lies in, by the calendar of a zone.
    public static Period containing(Kind kind, Instant moment, ZoneId zone) {
        return containing(kind, LocalDate.ofInstant(moment, zone));
    }

    private static LocalDate startOf(Kind kind, LocalDate day) {
        return switch (kind) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth(day.getMonth().firstMonthOfQuarter().getValue()).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /// Reads a code such as `2026-W48`, `2026-11`, `2026-Q4` or `2026`; empty for anything else.
    public static Optional<Period> parse(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(parts.group(1));
            var period = of(year, parts.group(2), parts.group(3));
            return Optional.of(period).filter(read -> read.code().equals(code));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Period of(int year, String letter, String number) {
        var first = LocalDate.of(year, 1, 4);
        if (number == null) {
            return containing(Kind.YEAR, first);
        }
        int count = Integer.parseInt(number);
        if (letter == null) {
            return containing(Kind.MONTH, first.withMonth(count));
        }
        return letter.equals("W")
                ? containing(Kind.WEEK, first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, count))
                : containing(Kind.QUARTER, first.with(IsoFields.QUARTER_OF_YEAR, count));
    }

    /// Its name in addresses and files.
    public String code() {
        return switch (kind) {
            case WEEK -> "%04d-W%02d".formatted(start.get(IsoFields.WEEK_BASED_YEAR), week());
            case MONTH -> "%04d-%02d".formatted(start.getYear(), start.getMonthValue());
            case QUARTER -> "%04d-Q%d".formatted(start.getYear(), quarter());
            case YEAR -> "%04d".formatted(start.getYear());
        };
    }

    /// The number of an ISO week.
    public int week() {
        return start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    public int quarter() {
        return start.get(IsoFields.QUARTER_OF_YEAR);
    }

    /// The first day that no longer belongs to it.
    public LocalDate end() {
        return switch (kind) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /// Whether they have a day in common.
    boolean overlaps(Period other) {
        return start.isBefore(other.end()) && other.start.isBefore(end());
    }

    /// Whether every day of the other is one of its days.
    boolean contains(Period other) {
        return !other.start.isBefore(start) && !other.end().isAfter(end());
    }

    public LocalDate lastDay() {
        return end().minus(1, ChronoUnit.DAYS);
    }

    public Period next() {
        return new Period(kind, end());
    }

    public Period previous() {
        return containing(kind, start.minusDays(1));
    }

    public Instant from(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    /// The moment at which it is over.
    public Instant until(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    /// In the order of kinds, then of time.
    @Override
    public int compareTo(Period other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : start.compareTo(other.start);
    }

    @Override
    public String toString() {
        return code();
    }
}
