package vn.gopy.register;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.UnitId;

/// A model of "Dân vận khéo": what is done, never who does it.
///
/// @param field one of [Register#FIELDS]
/// @param unit  empty for what belongs to no commune
public record Model(long id, String title, String field, boolean individual, Optional<UnitId> unit,
        boolean recognised, int year) {
    static final Comparator<Model> NEWEST = Comparator.comparingInt(Model::year).reversed()
            .thenComparing(Comparator.comparingLong(Model::id).reversed());

    static Model of(Entry entry) {
        var cells = entry.cells();
        return new Model(entry.id(), cells.of("title"), cells.of("field"),
                cells.of("kind").equals("ca_nhan"), UnitId.parse("new:" + cells.of("unit")),
                cells.of("state").equals("cong_nhan"), Integer.parseInt(cells.of("year")));
    }

    /// As the columns of the register hold it.
    public Cells cells() {
        return new Cells(Map.of("title", title, "field", field, "kind", kind(), "unit",
                unit.map(UnitId::code).orElse(Proofreader.PROVINCE), "state", state(), "year",
                Integer.toString(year)));
    }

    /// Its code in the column of kinds.
    public String kind() {
        return individual ? "ca_nhan" : "tap_the";
    }

    /// Its code in the column of states.
    public String state() {
        return recognised ? "cong_nhan" : "dang_ky";
    }
}
