package vn.gopy.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Area;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Table;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// What every column and code of the files means, in Vietnamese and in English.
public final class Codebook {
    static final List<String> HEAD = List.of("kind", "code", "vi", "en");
    /// Codes of items that are no topic and no mood; what they mean depends on the table, and says so.
    private static final List<String> ITEMS = List.of("all", "outside", "on_behalf", "none", "kept",
            "changed", "otherwise", "alike", "own", "burst", "joined");

    private final Phrasebook phrases;
    private final List<Meaning> meanings;

    public Codebook(Phrasebook phrases, Gazetteer gazetteer) {
        this.phrases = phrases;
        meanings = Stream.of(columns(), tables(), items(), areas(gazetteer)).flatMap(List::stream).toList();
    }

    /// @param kind what has the code: `column`, `table`, `item` or `area`
    record Meaning(String kind, String code, String vietnamese, String english) {
        List<String> row() {
            return List.of(kind, code, vietnamese, english);
        }
    }

    List<Meaning> meanings() {
        return meanings;
    }

    /// The codebook as CSV.
    byte[] csv() {
        return SafeCsv.of(HEAD, meanings.stream().map(Meaning::row));
    }

    /// What a key says in both languages.
    Meaning meaning(String kind, String code, String key) {
        return new Meaning(kind, code, phrases.say(Language.VIETNAMESE, key),
                phrases.say(Language.ENGLISH, key));
    }

    private Meaning meaning(String kind, String code, String key, Map<String, String> places) {
        return new Meaning(kind, code, phrases.say(Language.VIETNAMESE, key, places),
                phrases.say(Language.ENGLISH, key, places));
    }

    private List<Meaning> columns() {
        return Stream.concat(CsvExport.head().stream(), Arrays.stream(Column.values()).map(Column::code))
                .map(code -> meaning("column", code, "codebook.column." + code)).toList();
    }

    private List<Meaning> tables() {
        return Stream.concat(Arrays.stream(Table.values()).map(Table::code), Stream.of(OpenQuestion.TABLE))
                .map(code -> meaning("table", code, "codebook.table." + code)).toList();
    }

    private List<Meaning> items() {
        var items = new ArrayList<Meaning>();
        ITEMS.forEach(code -> items
                .add(meaning("item", code.equals("joined") ? "a.b" : code, "codebook.item." + code)));
        for (var mood : Mood.Group.values()) {
            var code = mood.name().toLowerCase(Locale.ROOT);
            items.add(meaning("item", code, "figures.mood." + code));
        }
        for (var topic : Topic.values()) {
            items.add(meaning("item", topic.code(), "topic." + topic.code()));
        }
        return items;
    }

    private List<Meaning> areas(Gazetteer gazetteer) {
        var areas = new ArrayList<>(List.of(
                meaning("area", Area.PROVINCE.code(), "figures.province"),
                meaning("area", Area.UNCLEAR.code(), "figures.item.unclear")));
        for (Unit unit : gazetteer.newUnits()) {
            areas.add(new Meaning("area", unit.id().code(), unit.title(), unit.title()));
        }
        areas.add(meaning("area", Area.NO_DISTRICT.code(), "figures.former.unclear"));
        gazetteer.districts().forEach(district -> areas.addAll(former(district)));
        return areas;
    }

    /// The codes of a former district, of its old units and of what is unclear of them.
    private List<Meaning> former(District district) {
        var title = Map.of("district", district.title());
        var areas = new ArrayList<>(List.of(
                meaning("area", Area.ofDistrict(district.slug()).code(), "figures.former.district", title),
                meaning("area", Area.restOf(district.slug()).code(), "figures.former.rest", title)));
        district.units()
                .forEach(unit -> areas.add(meaning("area", Area.of(unit.id()).code(), "figures.former.unit",
                        Map.of("unit", unit.title(), "district", unit.district()))));
        return areas;
    }
}
