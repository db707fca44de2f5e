package vn.gopy.dialogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.place.Candidate;
import vn.gopy.place.Candidate.OfDistrict;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFinder;
import vn.gopy.place.UnitId;
import vn.gopy.text.Folding;

/// The dialogue's view of the gazetteer and its finder.
public record Atlas(UnitFinder finder, Gazetteer gazetteer) implements Places {
    /// Words before a name that say that no district is meant.
    private static final Pattern COMMUNE = Pattern
            .compile("\\b(xa|x\\.?|phuong|p\\.?|thi tran|tt\\.?|dac khu) *$");

    @Override
    public List<Candidate> find(String typed) {
        return finder.find(typed);
    }

    @Override
    public Set<Candidate> all() {
        return finder.meanings();
    }

    @Override
    public List<Candidate> mentioned(String sentence) {
        var mentions = finder.mentions(sentence);
        if (mentions.size() != 1) {
            return List.of();
        }
        var mention = mentions.getFirst();
        return COMMUNE.matcher(Folding.fold(sentence.substring(0, mention.start()))).find()
                ? mention.candidates().stream().filter(candidate -> !(candidate instanceof OfDistrict))
                        .toList()
                : mention.candidates();
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return gazetteer.unit(id);
    }

    @Override
    public List<Succession> successorsOf(UnitId old) {
        return old.isNew() ? List.of() : gazetteer.successorsOf(old);
    }

    @Override
    public Map<UnitId, String> quartersOf(UnitId old) {
        var quarters = new LinkedHashMap<UnitId, String>();
        gazetteer.hamletsOf(old).stream().filter(hamlet -> !hamlet.others())
                .forEach(hamlet -> quarters.merge(hamlet.to().id(), hamlet.name(),
                        (names, next) -> names + ", " + next));
        return quarters;
    }
}
