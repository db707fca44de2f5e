package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.place.*;
import vn.gopy.text.Folding;

final class FakePlaces implements Places {
    private final Gazetteer g = Gazetteer.open("quang-ninh");

    @Override
    public List<Candidate> find(String typed) {
        var t = " " + Plain.of(typed).folded() + " ";
        if (t.contains(" ha noi ")) {
            return List.of(new Candidate.Outside("Hà Nội"));
        }
        var hits = new ArrayList<Unit>();
        Stream.concat(g.newUnits().stream(), g.oldUnits().stream())
                .filter(u -> t.contains(" " + Folding.fold(u.name()) + " ")).forEach(hits::add);
        var out = new ArrayList<Candidate>();
        hits.forEach(u -> out.add(new Candidate.OfUnit(u, hits.size() == 1)));
        g.districts().stream().filter(d -> t.contains(" " + Folding.fold(d.name()) + " "))
                .forEach(d -> out.add(new Candidate.OfDistrict(d.slug(), d.title(), d.units())));
        if (t.equals(" hoan bo ")) {
            out.add(new Candidate.OfUnit(
                    g.newUnits().stream().filter(u -> u.name().equals("Hoành Bồ")).findFirst()
                            .orElseThrow(),
                    false));
        }
        return out;
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return g.unit(id);
    }

    @Override
    public List<Succession> successorsOf(UnitId old) {
        return g.successorsOf(old);
    }

    @Override
    public Map<UnitId, String> quartersOf(UnitId old) {
        return Map.of();
    }
}
