package vn.gopy.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Sheet;

/// Who has not been heard: units under k voices, each with a poster to print, and how many spoke elsewhere for
/// each 1,000 inhabitants. Few voices say something about reach, nothing about consent.
public final class SilenceChart implements Chart {
    /// One unit and how many of its inhabitants spoke.
    ///
    /// @param population inhabitants, where a source is known
    public record Reach(Unit unit, Count people, OptionalInt population) {
        public boolean isSilent() {
            return people instanceof Count.Hidden;
        }
    }

    /// The whole picture, by name.
    public record Drawing(Period period, List<Reach> units) {
        public List<Reach> silent() {
            return units.stream().filter(Reach::isSilent).toList();
        }
    }

    private final Communes communes;

    public SilenceChart(Gazetteer gazetteer) {
        this.communes = new Communes(gazetteer);
    }

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public Optional<Drawing> drawing(View view) {
        return view.where().isProvince() && !view.where().former()
                ? Communes.province(view).map(province -> drawing(view, province))
                : Optional.empty();
    }

    private Drawing drawing(View view, Sheet province) {
        return new Drawing(province.period(), communes.in(view, province).stream()
                .map(one -> new Reach(one.unit(), one.sheet().count(new Item.People()),
                        one.facts().population()))
                .sorted(Comparator.comparing(Reach::unit, Vietnamese::order)).toList());
    }
}
