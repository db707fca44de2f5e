package vn.gopy.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A [Reader] who puts all numbers of all periods into one linear program: whatever follows from months, weeks and
/// quarters together, and from areas and items together, this one finds, as long as numbers need not be whole.
/// Persons add up over periods as if nobody spoke in two of them, unless what is published contradicts that.
final class JointReader {
    private static final Area OTHERS = Area.meeting(Set.of());

    private final Reader reader;
    private final Rule rule;
    private final double most;
    private final Set<Reader.Place> places;
    private final List<Reader.Law> laws;

    /// @param areas those to be looked at; what the laws tell of others is taken together, as one area
    JointReader(Reader reader, Rule rule, Set<Area> areas) {
        this.reader = reader;
        this.rule = rule;
        places = reader.places().stream().filter(place -> areas.contains(place.area()))
                .filter(place -> place.period().kind() != Period.Kind.WEEK)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        laws = reader.laws().stream().filter(law -> places.contains(law.whole()))
                .filter(law -> law.parts().stream().map(Reader.Place::area)
                        .allMatch(area -> area.isProvince() || area.kind() == Area.Kind.NEW))
                .map(this::withOthers).toList();
        most = places.stream().map(reader::range).mapToDouble(Range::high).filter(high -> high < Reader.MANY)
                .max().orElse(0) + 5.0 * rule.k();
    }

    private Reader.Law withOthers(Reader.Law law) {
        var parts = law.parts().stream().map(part -> places.contains(part)
                ? part
                : new Reader.Place(part.period(), OTHERS, part.item())).distinct().toList();
        return new Reader.Law(law.whole(), parts, law.exact());
    }

    /// The groups of hidden persons that are bounded too narrowly; empty when there are none.
    List<String> isolated() {
        var added = knowledge(true);
        return first(added).map(start -> open(added, start))
                .or(() -> {
                    var facts = knowledge(false);
                    return first(facts).map(start -> open(facts, start));
                })
                .orElseThrow(() -> new IllegalStateException("the published numbers contradict each other"));
    }

    private List<String> open(Knowledge<Reader.Place> knowledge, double[] start) {
        var bounds = new Bounds<>(rule, knowledge, groups(), start);
        bounds.move(knowledge.cells(), knowledge.cells(), true);
        return bounds.open().stream().map(Group::toString).toList();
    }

    private static Optional<double[]> first(Knowledge<Reader.Place> knowledge) {
        var nothing = new double[knowledge.cells().size()];
        return knowledge.farthest(nothing, nothing, knowledge.places(knowledge.cells()));
    }

    private Knowledge<Reader.Place> knowledge(boolean addUp) {
        var knowledge = new Knowledge<Reader.Place>();
        places.forEach(place -> knowledge.learn(place,
                reader.range(place).narrowed(new Range(0, most))));
        laws.stream().flatMap(law -> law.parts().stream()).filter(part -> part.area().equals(OTHERS))
                .forEach(part -> knowledge.learn(part, new Range(0, most)));
        for (var law : laws) {
            var all = Group.less(law.parts(), List.of(law.whole()));
            boolean exact = law.exact() || (addUp && isOverTime(law));
            knowledge.learn(all, exact ? Range.exactly(0) : new Range(0, Double.POSITIVE_INFINITY));
            if (!law.exact() && !addUp && isOverTime(law)) {
                law.parts().forEach(part -> knowledge.learn(Group.less(List.of(law.whole()), List.of(part)),
                        new Range(0, Double.POSITIVE_INFINITY)));
            }
        }
        return knowledge;
    }

    private static boolean isOverTime(Reader.Law law) {
        return !law.parts().getFirst().period().equals(law.whole().period());
    }

    /// What is hidden, one by one and all that is hidden of a whole; and who is in a whole and in no published part.
    private Set<Group<Reader.Place>> groups() {
        var groups = new LinkedHashSet<Group<Reader.Place>>();
        places.stream().filter(reader::isHidden).forEach(place -> groups.add(Group.of(List.of(place))));
        for (var law : laws) {
            var hidden = new ArrayList<>(law.parts());
            hidden.removeIf(part -> !reader.isHidden(part));
            if (!hidden.isEmpty() && !reader.isHidden(law.whole())) {
                groups.add(Group.of(hidden));
            }
        }
        return groups;
    }
}
