package vn.gopy.register;

import java.util.List;
import java.util.Optional;
import vn.gopy.db.Database;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;

/// The register of models of "Dân vận khéo" as everybody reads it.
public final class Models {
    private final Database database;
    private final Gazetteer gazetteer;
    private final SqlRegister sql = new SqlRegister();

    public Models(Database database, Gazetteer gazetteer) {
        this.database = database;
        this.gazetteer = gazetteer;
    }

    /// Which models are looked for; codes of the register's columns.
    public record Filter(String words, Optional<String> field, Optional<String> kind, Optional<String> state,
            Optional<UnitId> unit, Optional<Integer> year) {
        public static final Filter ALL = new Filter("", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /// How many stand in the register. Whatever is recognised was registered, too.
    public record Totals(long registered, long recognised, long collectives, long individuals) {}

    /// All of them, the newest first.
    public List<Model> all() {
        return database.read(tx -> sql.all(tx, Register.MODELS)).stream().filter(Entry::stands).map(Model::of)
                .sorted(Model.NEWEST).toList();
    }

    /// Those that a filter wants. The name of a commune finds its models.
    public List<Model> some(List<Model> models, Filter filter) {
        var search = new Search(filter.words());
        return models.stream().filter(model -> filter.field().map(model.field()::equals).orElse(true))
                .filter(model -> filter.kind().map(model.kind()::equals).orElse(true))
                .filter(model -> filter.state().map(model.state()::equals).orElse(true))
                .filter(model -> filter.unit().map(unit -> model.unit().filter(unit::equals).isPresent())
                        .orElse(true))
                .filter(model -> filter.year().map(year -> model.year() == year).orElse(true))
                .filter(model -> search.finds(model.title() + " " + place(model))).toList();
    }

    private String place(Model model) {
        return model.unit().flatMap(gazetteer::unit).map(Unit::title).orElse("");
    }

    /// Counts models of one field, or of all when it is empty.
    public static Totals totals(List<Model> models, Optional<String> field) {
        var wanted = models.stream().filter(model -> field.map(model.field()::equals).orElse(true)).toList();
        var recognised = wanted.stream().filter(Model::recognised).toList();
        long individuals = recognised.stream().filter(Model::individual).count();
        return new Totals(wanted.size(), recognised.size(), recognised.size() - individuals, individuals);
    }
}
