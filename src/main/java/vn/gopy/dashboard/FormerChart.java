package vn.gopy.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Share;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Mood;

/// The province by its former districts, or one of those by its old units: satisfaction with its interval, by
/// name, and last whatever belongs to none of them for certain.
public final class FormerChart implements Chart {
    private static final Item SATISFIED = new Item.MoodOf(Mood.Group.SATISFIED);
    private static final Axis WIDTH = new Axis(0, 100, 100);

    /// A share and its interval, in hundredths of the width.
    public record Bar(double at, double low, double high) {}

    /// One district or old unit; neither for what is unclear.
    public record Row(Optional<District> district, Optional<Unit> unit, Sheet sheet, Optional<Bar> bar,
            Side side) implements OfSheet {
        public String name(FigureWords words, Gazetteer gazetteer) {
            return unit.isPresent() ? words.place(unit) : words.place(sheet.area(), gazetteer);
        }

        /// The address of its page; empty for what is unclear.
        public Optional<String> address() {
            return unit.isEmpty() && district.isEmpty()
                    ? Optional.empty()
                    : Optional.of("/figures/" + sheet.area().code() + "?period=" + sheet.period().code());
        }
    }

    /// The whole picture; `period` is the one shown, the last that has such figures by then.
    ///
    /// @param whole the share of the province or district, as a bar
    public record Drawing(Period period, List<Row> rows, Optional<Bar> whole, Gazetteer gazetteer) {}

    private final Gazetteer gazetteer;

    public FormerChart(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public String name() {
        return "former";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        var where = view.where();
        return where.former() && !where.isOldUnit()
                ? Optional.of(period(view).map(period -> drawing(view, period)).orElseGet(
                        () -> new Drawing(view.period(), List.of(), Optional.empty(), gazetteer)))
                : Optional.empty();
    }

    /// The page's own period, or the last that was over by then and has such figures.
    private Optional<Period> period(View view) {
        var unclear = rest(view.where());
        var own = List.of(view.period().kind(), Period.Kind.MONTH, Period.Kind.QUARTER);
        return own.stream().flatMap(kind -> view.releases().periods(kind).stream())
                .filter(period -> !period.lastDay().isAfter(view.period().lastDay()))
                .filter(period -> view.releases().sheet(unclear, period).isPresent()).findFirst();
    }

    private Drawing drawing(View view, Period period) {
        var whole = view.releases().sheet(view.where().area(), period);
        var rows = new ArrayList<Row>();
        if (view.where().isProvince()) {
            gazetteer.districts().stream().sorted(Comparator.comparing(District::name, Vietnamese::order))
                    .forEach(district -> rows.add(row(Optional.of(district), Optional.empty(),
                            sheet(view, Area.ofDistrict(district.slug()), period), whole)));
        }
        view.where().district().stream().flatMap(district -> district.units().stream())
                .sorted(Vietnamese::order).forEach(unit -> rows.add(row(Optional.empty(), Optional.of(unit),
                        sheet(view, Area.of(unit.id()), period), whole)));
        rows.add(row(Optional.empty(), Optional.empty(), sheet(view, rest(view.where()), period), whole));
        return new Drawing(period, rows, whole.flatMap(FormerChart::bar), gazetteer);
    }

    private static Area rest(Where where) {
        return where.district().map(district -> Area.restOf(district.slug())).orElse(Area.NO_DISTRICT);
    }

    private static Row row(Optional<District> district, Optional<Unit> unit, Sheet sheet,
            Optional<Sheet> whole) {
        var side = whole.map(all -> Side.of(sheet, all, SATISFIED)).orElse(Side.ALIKE);
        return new Row(district, unit, sheet, bar(sheet), side);
    }

    private static Optional<Bar> bar(Sheet sheet) {
        return sheet.share(SATISFIED).map(FormerChart::bar);
    }

    private static Bar bar(Share share) {
        return new Bar(WIDTH.at(share.percent()), WIDTH.at(share.low()), WIDTH.at(share.high()));
    }

    private static Sheet sheet(View view, Area area, Period period) {
        return view.releases().sheet(area, period)
                .orElseGet(() -> new Sheet(area, period, view.release().rule(), Map.of()));
    }
}
