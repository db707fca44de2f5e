package vn.gopy.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.OlderName;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.text.Folding;

/// What is known of every unit, as claims with ids such as `place.new-of.06664`, made when asked for.
final class UnitClaims {
    static final String PREFIX = "place.";

    private final Gazetteer gazetteer;
    private final SuccessionClaims successions;
    private final FactClaims facts;

    UnitClaims(Gazetteer gazetteer, UnitText text) {
        this.gazetteer = gazetteer;
        this.successions = new SuccessionClaims(gazetteer, text);
        this.facts = new FactClaims(gazetteer, text);
    }

    /// What a question about a named unit comes to: one list of claims that is said, or several first claims
    /// to choose from.
    record Outcome(List<Claim> said, List<Claim> offered) {}

    Outcome of(String aspect, Named named) {
        return switch (aspect) {
            case "new-of", "card" -> choose(pasts(named));
            case "district" -> choose(named.districts().isEmpty()
                    ? pasts(named)
                    : named.districts().stream()
                            .map(district -> List.of(successions.district(district))).toList());
            case "formed-from" -> choose(formed(named));
            default -> choose(presents(named).stream().map(chain -> about(aspect, chain)).toList());
        };
    }

    private static Outcome choose(List<List<Claim>> choices) {
        if (choices.size() == 1) {
            return new Outcome(choices.getFirst(), List.of());
        }
        return new Outcome(List.of(), choices.stream().map(List::getFirst).distinct().limit(3).toList());
    }

    /// What a name meant before, and what became of each; a new unit only where the name was a district's
    /// too.
    private List<List<Claim>> pasts(Named named) {
        var all = new ArrayList<List<Claim>>();
        named.old().forEach(unit -> all.add(successions.newOf(unit)));
        named.older().stream().filter(name -> named.old().stream().noneMatch(unit -> became(name, unit)))
                .forEach(name -> all.add(successions.older(name)));
        named.districts().forEach(district -> all.add(List.of(successions.district(district))));
        if (all.isEmpty() || !named.districts().isEmpty()) {
            named.now().forEach(unit -> all.add(List.of(successions.formedFrom(unit))));
        }
        return all;
    }

    /// An older name that only changed its kind is no other place than the unit it became.
    private static boolean became(OlderName name, Unit unit) {
        return name.became().equals(unit) && name.kindOnly();
    }

    private List<List<Claim>> formed(Named named) {
        var all = new ArrayList<List<Claim>>();
        named.now().forEach(unit -> all.add(List.of(successions.formedFrom(unit))));
        named.districts().forEach(district -> all.add(List.of(successions.district(district))));
        return all.isEmpty() ? pasts(named) : all;
    }

    /// Today's unit for a name, and the old unit through which it was found, if it was.
    private List<Chain> presents(Named named) {
        if (!named.now().isEmpty()) {
            return named.now().stream().map(unit -> new Chain(Optional.of(unit), List.of())).toList();
        }
        return Stream.concat(named.old().stream().map(this::chain),
                Stream.concat(named.older().stream().map(name -> name.now().map(
                        unit -> new Chain(Optional.of(unit), successions.older(name)))
                        .orElse(new Chain(Optional.empty(), successions.older(name)))),
                        named.districts().stream().map(
                                district -> new Chain(Optional.empty(),
                                        List.of(successions.district(district))))))
                .toList();
    }

    /// The units of today that a name comes to, where that is one for each thing it may mean.
    List<Unit> today(Named named) {
        return presents(named).stream().flatMap(chain -> chain.now().stream()).distinct().toList();
    }

    private Chain chain(Unit old) {
        var edges = gazetteer.successorsOf(old.id());
        return new Chain(edges.size() == 1 ? Optional.of(edges.getFirst().to()) : Optional.empty(),
                successions.newOf(old));
    }

    private record Chain(Optional<Unit> now, List<Claim> path) {}

    private List<Claim> about(String aspect, Chain chain) {
        return chain.now()
                .map(unit -> Stream.concat(Stream.of(facts.of(aspect, unit)), chain.path().stream()).toList())
                .orElse(chain.path());
    }

    /// A generated claim by its id; empty for an id that names nothing.
    Optional<Claim> claim(String id) {
        var parts = id.split("\\.", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        var key = parts[2];
        return switch (parts[1]) {
            case "new-of" -> unit(UnitId.Side.OLD, key).map(unit -> successions.newOf(unit).getFirst());
            case "hamlets" ->
                unit(UnitId.Side.OLD, key).flatMap(unit -> successions.hamlets(unit).stream().findFirst());
            case "ask-hamlet" -> unit(UnitId.Side.OLD, key).map(successions::askHamlet);
            case "older" -> gazetteer.olderNames().stream().filter(name -> slug(name).equals(key)).findFirst()
                    .map(name -> successions.older(name).getFirst());
            case "district" -> Stream
                    .concat(gazetteer.districts().stream(), gazetteer.olderDistricts().stream())
                    .filter(district -> district.slug().equals(key)).findFirst().map(successions::district);
            case "formed-from" -> unit(UnitId.Side.NEW, key).map(successions::formedFrom);
            default -> FactClaims.ASPECTS.contains(parts[1])
                    ? unit(UnitId.Side.NEW, key).map(unit -> facts.of(parts[1], unit))
                    : Optional.empty();
        };
    }

    private Optional<Unit> unit(UnitId.Side side, String code) {
        return code.matches("[0-9]{5}") ? gazetteer.unit(new UnitId(side, code)) : Optional.empty();
    }

    /// Unit, office and service centre of a unit: the beginning of its card.
    List<Claim> card(Unit unit) {
        if (unit.id().isNew()) {
            return List.of(successions.formedFrom(unit), facts.of("seat", unit), facts.of("centre", unit));
        }
        var lines = new ArrayList<>(successions.newOf(unit));
        for (var edge : gazetteer.successorsOf(unit.id())) {
            lines.add(facts.of("centre", edge.to()));
        }
        return lines;
    }

    Optional<Unit> unit(UnitId id) {
        return gazetteer.unit(id);
    }

    static String slug(OlderName name) {
        return Folding.fold(name.kind().word() + " " + name.name() + " " + name.district()).replace(' ', '-');
    }
}
