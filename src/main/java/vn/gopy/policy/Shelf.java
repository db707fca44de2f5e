package vn.gopy.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.gopy.topic.Topic;

/// Everything that stands under `config/policies/`, read and checked.
///
/// @param instead  aspect → claims that give way to it when a unit is named
/// @param byUnit   claims of which a named unit has its own: claim → names of new units
/// @param ordinary names of units that are ordinary words too
/// @param card     the claims that follow unit and office on everybody's card
/// @param strange  reads the questions that nobody here can answer, to tell what is not our matter; only teaching needs
///                 them
/// @param asks    the ways of asking for what is known of every unit: aspect → sentences with `{x}` for the
///                unit's name
/// @param version a short name of exactly this content
public record Shelf(Documents documents, List<Entry> entries, UnitSources unitSources,
        Map<String, List<String>> asks,
        Map<String, List<String>> instead, Map<String, List<String>> byUnit, List<String> ordinary,
        List<String> card, Supplier<List<String>> strange,
        Wording wording, Judge judge, String version) {
    public Shelf {
        entries = List.copyOf(entries);
        asks = Map.copyOf(asks);
        instead = Map.copyOf(instead);
        byUnit = Map.copyOf(byUnit);
        ordinary = List.copyOf(ordinary);
        card = List.copyOf(card);
    }

    /// The same with another judge.
    Shelf with(Judge other) {
        return new Shelf(documents, entries, unitSources, asks, instead, byUnit, ordinary, card, strange,
                wording, other,
                version);
    }

    /// What each claim is about, where that is said.
    Map<String, Topic> topics() {
        return entries.stream().map(Entry::claim).filter(claim -> claim.topic().isPresent())
                .collect(Collectors.toUnmodifiableMap(Claim::id, claim -> claim.topic().orElseThrow()));
    }

    /// The latest day on which a claim was checked.
    static LocalDate checkedOn(List<Entry> entries) {
        return entries.stream().map(Entry::checkedOn).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    }
}
