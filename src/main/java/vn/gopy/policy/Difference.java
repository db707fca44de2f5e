package vn.gopy.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.place.Unit;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// What residents would hear differently from one library than from another: other words or sources of a
/// claim, another claim in answer to a question, another card of a place.
public final class Difference {
    private static final int SHOWN = 5;

    private final PolicyLibrary before;
    private final PolicyLibrary after;
    private final Phrasebook phrasebook;
    private final Instant now;

    /// @param now the moment at which both are asked
    public Difference(PolicyLibrary before, PolicyLibrary after, Phrasebook phrasebook, Instant now) {
        this.before = before;
        this.after = after;
        this.phrasebook = phrasebook;
        this.now = now;
    }

    /// All of it, for an editor to read; empty when nothing differs.
    ///
    /// @param questions what is asked beside the ways of asking of both libraries
    /// @param units     whose cards are compared
    public List<String> lines(List<String> questions, List<Unit> units) {
        return Stream.of(claims(), questions(questions), cards(units)).flatMap(List::stream).toList();
    }

    private List<String> claims() {
        var lines = new ArrayList<String>();
        var ids = Stream.of(before, after).flatMap(library -> library.claims().stream()).map(Claim::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var id : ids) {
            for (var language : phrasebook.languages()) {
                var changes = changes(heard(before, id, language), heard(after, id, language));
                if (!changes.isEmpty()) {
                    lines.add(id + " (" + language.tag() + ")");
                    lines.addAll(changes);
                }
            }
        }
        return lines;
    }

    private List<String> heard(PolicyLibrary library, String id, Language language) {
        return library.claim(id, now).stream().flatMap(claim -> Stream.concat(
                Stream.of("[" + claim.title(language) + "]"), lines(library, List.of(claim), language)))
                .toList();
    }

    private Stream<String> lines(PolicyLibrary library, List<Claim> claims, Language language) {
        return new Answers(phrasebook, library).compose(claims, language).replace(library.version(), "…")
                .lines().filter(line -> !line.isEmpty());
    }

    private static List<String> changes(List<String> old, List<String> fresh) {
        return Stream.concat(old.stream().filter(line -> !fresh.contains(line)).map(line -> "  - " + line),
                fresh.stream().filter(line -> !old.contains(line)).map(line -> "  + " + line)).toList();
    }

    /// Questions that another claim answers now, together by what answered them and what does.
    private List<String> questions(List<String> questions) {
        var moved = new LinkedHashMap<String, List<String>>();
        Stream.of(before.asked(), after.asked(), questions).flatMap(List::stream).distinct()
                .forEach(question -> {
                    var old = answer(before, question);
                    var fresh = answer(after, question);
                    if (!old.equals(fresh)) {
                        moved.computeIfAbsent(old + " → " + fresh, _ -> new ArrayList<>()).add(question);
                    }
                });
        return moved.entrySet().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.getKey() + ", " + one.getValue().size() + " questions"),
                        one.getValue().stream().limit(SHOWN).map(question -> "  ? " + question)))
                .toList();
    }

    private String answer(PolicyLibrary library, String question) {
        var finding = library.find(question, Language.VIETNAMESE, Optional.empty(), now);
        var claims = finding.claims().stream().map(Claim::id).collect(Collectors.joining(" "));
        return switch (finding) {
            case Finding.Answer _ -> claims;
            case Finding.Suggest _ -> "did you mean " + claims;
            case Finding.None _ -> "no source";
        };
    }

    private List<String> cards(List<Unit> units) {
        var changed = units.stream().filter(unit -> !card(before, unit).equals(card(after, unit))).toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        var first = changed.getFirst();
        return Stream.concat(
                Stream.of("the cards of " + changed.size() + " places, such as " + first.title()),
                changes(card(before, first), card(after, first)).stream()).toList();
    }

    private List<String> card(PolicyLibrary library, Unit unit) {
        return lines(library, library.card(unit.id(), now), Language.VIETNAMESE).toList();
    }
}
