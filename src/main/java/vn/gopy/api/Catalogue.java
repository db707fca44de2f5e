package vn.gopy.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFacts;
import vn.gopy.release.Area;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// Units, topics and questions as JSON.
public final class Catalogue {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Gazetteer gazetteer;
    private final Phrasebook phrases;
    private final boolean demo;

    /// @param demo whether the figures are synthetic; an answer that has any then says so
    public Catalogue(Gazetteer gazetteer, Phrasebook phrases, boolean demo) {
        this.gazetteer = gazetteer;
        this.phrases = phrases;
        this.demo = demo;
    }

    /// The new units, by code.
    List<Unit> units() {
        return gazetteer.newUnits();
    }

    ObjectNode units(Slice<Unit> slice) {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("units");
        slice.items().forEach(unit -> list.add(unit(unit)));
        return answer.put("next", slice.next().orElse(null));
    }

    private ObjectNode unit(Unit unit) {
        var node = JSON.createObjectNode().put("code", unit.id().code()).put("id", unit.id().toString())
                .put("kind", unit.kind().word()).put("name", unit.name());
        gazetteer.facts(unit.id()).map(UnitFacts::population).ifPresent(people -> people
                .ifPresentOrElse(known -> node.put("population", known), () -> node.putNull("population")));
        var former = node.putArray("former");
        gazetteer.predecessorsOf(unit.id()).forEach(edge -> former.addObject()
                .put("id", edge.from().id().toString()).put("kind", edge.from().kind().word())
                .put("name", edge.from().name()).put("district", edge.from().district())
                .put("whole", edge.whole()));
        return node;
    }

    /// The former districts with their old units.
    ObjectNode districts() {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("districts");
        gazetteer.districts().forEach(district -> list.add(district(district)));
        return answer;
    }

    private ObjectNode district(District district) {
        var node = JSON.createObjectNode().put("area", Area.ofDistrict(district.slug()).code())
                .put("rest", Area.restOf(district.slug()).code()).put("kind", district.kind())
                .put("name", district.name()).put("ended", district.retiredOn());
        var units = node.putArray("units");
        district.units().forEach(unit -> units.addObject().put("area", Area.of(unit.id()).code())
                .put("kind", unit.kind().word()).put("name", unit.name()).put("now", now(unit).orElse(null)));
        return node;
    }

    private Optional<String> now(Unit old) {
        var became = gazetteer.successorsOf(old.id());
        return gazetteer.isSplit(old.id())
                ? Optional.empty()
                : became.stream().findFirst().map(edge -> Area.of(edge.to().id()).code());
    }

    ObjectNode topics() {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("topics");
        for (var topic : Topic.values()) {
            var key = "topic." + topic.code();
            list.addObject().put("code", topic.code()).put("vi", phrases.say(Language.VIETNAMESE, key))
                    .put("en", phrases.say(Language.ENGLISH, key));
        }
        return answer;
    }

    ObjectNode questions(Slice<Asked> slice) {
        var answer = JSON.createObjectNode().put("demo", demo);
        var list = answer.putArray("questions");
        slice.items().forEach(asked -> list.addObject().put("id", asked.id())
                .put("release", asked.release().id()).put("period", asked.group().period().code())
                .put("words", asked.group().words())
                .put("topic", asked.group().topic().map(Topic::code).orElse(null))
                .put("persons", asked.group().persons()));
        return answer.put("next", slice.next().orElse(null));
    }
}
