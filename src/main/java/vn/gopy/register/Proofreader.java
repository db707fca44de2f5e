package vn.gopy.register;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.register.Flaw.Kind;
import vn.gopy.text.Phrasebook;
import vn.gopy.text.Tidying;

/// Brings what was typed into the form in which it is kept, and says what is wrong with it.
public final class Proofreader {
    /// What stands in the column of units for what belongs to no commune.
    public static final String PROVINCE = "province";
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final List<DateTimeFormatter> DAYS = List.of(DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final Gazetteer gazetteer;
    private final Choices choices;
    private final UnitNames today;
    private final UnitNames former;
    private final Predicate<String> namesPerson;

    /// @param namesPerson whether a text names a private person beyond doubt
    public Proofreader(Gazetteer gazetteer, Phrasebook phrases, Predicate<String> namesPerson) {
        this.gazetteer = gazetteer;
        choices = new Choices(phrases);
        today = new UnitNames(gazetteer.newUnits());
        former = new UnitNames(gazetteer.oldUnits());
        this.namesPerson = namesPerson;
    }

    Choices choices() {
        return choices;
    }

    /// Reads what stands in the columns of a register; other columns are not looked at.
    public Checked read(Register register, Map<String, String> typed) {
        var flaws = new ArrayList<Flaw>();
        var cells = new TreeMap<String, String>();
        for (var column : register.columns()) {
            var text = tidy(column, typed.getOrDefault(column.name(), ""));
            if (text.isEmpty()) {
                if (column.required()) {
                    flaws.add(Flaw.in(column, Kind.EMPTY));
                }
                continue;
            }
            if (column.isText() && text.length() > column.longest()) {
                flaws.add(Flaw.in(column, Kind.LONG));
            }
            var kept = kept(column, text, flaws);
            cells.put(column.name(), kept.orElse(text));
        }
        if (flaws.isEmpty() && endsBeforeItBegins(new Cells(cells))) {
            flaws.add(new Flaw("until", Kind.BACKWARDS, ""));
        }
        return new Checked(new Cells(cells), flaws);
    }

    private static String tidy(Column column, String typed) {
        var text = Tidying.tidy(typed);
        return column.type() == Column.Type.PROSE
                ? text.replaceAll("[ ]+", " ")
                : text.replaceAll("\\s+", " ");
    }

    /// The text as it is kept; empty when there is a flaw, which is then added.
    private Optional<String> kept(Column column, String text, List<Flaw> flaws) {
        return switch (column.type()) {
            case PLAIN -> Optional.of(text);
            case LINE, PROSE -> {
                if (namesPerson.test(text)) {
                    flaws.add(Flaw.in(column, Kind.NAMES_PERSON));
                }
                yield Optional.of(text);
            }
            case DAY -> or(day(text), column, Kind.NO_DAY, flaws);
            case YEAR -> or(year(text), column, Kind.NO_YEAR, flaws);
            case CHOICE -> or(choices.code("register." + column.name(), column.choices(), text), column,
                    Kind.NO_CHOICE, flaws);
            case UNIT -> unit(column, text, flaws);
        };
    }

    private static Optional<String> or(Optional<String> kept, Column column, Kind kind, List<Flaw> flaws) {
        if (kept.isEmpty()) {
            flaws.add(Flaw.in(column, kind));
        }
        return kept;
    }

    private static Optional<String> day(String text) {
        return DAYS.stream().flatMap(form -> day(text, form).stream()).findFirst();
    }

    private static Optional<String> day(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form).toString());
        } catch (DateTimeParseException notInThisForm) {
            return Optional.empty();
        }
    }

    private static Optional<String> year(String text) {
        return Optional.of(text).filter(year -> year.matches("[0-9]{4}"))
                .filter(year -> Year.parse(year).getValue() >= FIRST_YEAR
                        && Year.parse(year).getValue() <= LAST_YEAR);
    }

    private Optional<String> unit(Column column, String text, List<Flaw> flaws) {
        if (choices.code("register.unit", List.of(PROVINCE), text).isPresent()) {
            return Optional.of(PROVINCE);
        }
        var code = text.matches("[0-9]{3,4}") ? "0".repeat(5 - text.length()) + text : text;
        var byCode = UnitId.parse("new:" + code).flatMap(gazetteer::unit);
        var found = byCode.isPresent() ? List.of(byCode.get()) : today.named(text);
        if (found.size() == 1) {
            return Optional.of(found.getFirst().id().code());
        }
        var successors = former.named(text).stream()
                .flatMap(old -> gazetteer.successorsOf(old.id()).stream()).map(Succession::to)
                .map(Unit::title).distinct().limit(4).collect(Collectors.joining(", "));
        flaws.add(successors.isEmpty()
                ? Flaw.in(column, Kind.NO_UNIT)
                : new Flaw(column.name(), Kind.OLD_UNIT, successors));
        return Optional.empty();
    }

    private static boolean endsBeforeItBegins(Cells cells) {
        var from = cells.day("from").or(() -> cells.day("date"));
        return from.isPresent() && cells.day("until").filter(last -> last.isBefore(from.get())).isPresent();
    }
}
