package vn.gopy.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.place.Candidate;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;

/// What the dialogue asks about places.
public interface Places {
    /// What a typed name may mean, likeliest first; empty when nothing is near.
    List<Candidate> find(String typed);

    /// All that [#find] can find.
    Set<Candidate> all();

    /// What the only place that a sentence names may mean; empty when it names none, or several.
    List<Candidate> mentioned(String sentence);

    Optional<Unit> unit(UnitId id);

    /// What became of an old unit; empty for a new one.
    List<Succession> successorsOf(UnitId old);

    /// For a split unit: the quarters that are known to have gone to each new unit, such as `Điền Công 1,
    /// Điền Công 2`; empty where nobody has told.
    Map<UnitId, String> quartersOf(UnitId old);
}
