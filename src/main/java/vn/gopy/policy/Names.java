package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.text.Folding;

/// Finds the names of units in the middle of a question: "nhà em ở **xã Lê Lợi tp Hạ Long** giờ thuộc đâu".
///
/// The longest name at a place wins. A kind before it (xã, phường, huyện …), a former district after it, and
/// the words "cũ" and "mới" narrow what it may mean; marks, when typed, must be the name's. A name that is
/// also an ordinary word, such as "thống nhất", counts only after a kind.
final class Names {
    private static final List<String> KINDS = List.of("dac khu", "thi tran", "thanh pho", "thi xa", "phuong",
            "huyen",
            "xa");

    private final Map<String, Named> byName = new HashMap<>();
    private final Map<String, List<String>> spelled = new HashMap<>();
    /// How many syllables the longest name has that begins with a syllable.
    private final Map<String, Integer> longest = new HashMap<>();
    private final Set<String> ordinary;

    Names(Gazetteer gazetteer, List<String> ordinary) {
        this.ordinary = ordinary.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet());
        gazetteer.oldUnits()
                .forEach(unit -> add(unit.name(), new Named(List.of(unit), List.of(), List.of(), List.of())));
        gazetteer.newUnits()
                .forEach(unit -> add(unit.name(), new Named(List.of(), List.of(unit), List.of(), List.of())));
        gazetteer.olderNames()
                .forEach(name -> add(name.name(), new Named(List.of(), List.of(), List.of(name), List.of())));
        gazetteer.districts().forEach(this::add);
        gazetteer.olderDistricts().forEach(this::add);
    }

    private void add(District district) {
        add(district.name(), new Named(List.of(), List.of(), List.of(), List.of(district)));
    }

    private void add(String name, Named named) {
        var folded = Folding.fold(name);
        byName.merge(folded, named, Named::with);
        spelled.computeIfAbsent(folded, _ -> new ArrayList<>()).add(name);
        var syllables = folded.split(" ", -1);
        longest.merge(syllables[0], syllables.length, Math::max);
    }

    /// A name in a question: from which token to which (exclusive), what it may mean.
    record Mention(int from, int to, String name, Named named) {}

    List<Mention> in(List<Token> tokens) {
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < tokens.size();) {
            var mention = at(tokens, i, mentions.isEmpty() ? 0 : mentions.getLast().to());
            mention.ifPresent(mentions::add);
            i = mention.map(Mention::to).orElse(i + 1);
        }
        return mentions;
    }

    private Optional<Mention> at(List<Token> tokens, int from, int free) {
        for (int n = most(tokens, from); n > 0; n--) {
            var name = text(tokens, from, from + n);
            var named = byName.get(name);
            if (named != null) {
                var kind = kindBefore(tokens, from, free);
                var spelling = tokens.subList(from, from + n);
                boolean fits = spelled.getOrDefault(name, List.of()).stream()
                        .anyMatch(one -> fits(spelling, one));
                if (!kind.isEmpty() || (fits && !ordinary.contains(name))) {
                    return Optional.of(narrowed(tokens, new Mention(from, from + n, name, named), kind));
                }
            }
        }
        return Optional.empty();
    }

    /// How many syllables a name that begins here can have at most; 0 when none does.
    private int most(List<Token> tokens, int from) {
        return from == tokens.size()
                ? 0
                : Math.min(longest.getOrDefault(tokens.get(from).folded(), 0), tokens.size() - from);
    }

    private static boolean fits(List<Token> typed, String name) {
        var syllables = name.split(" ", -1);
        return IntStream.range(0, syllables.length).allMatch(i -> typed.get(i).markedLike(syllables[i]));
    }

    private static String kindBefore(List<Token> tokens, int from, int free) {
        return KINDS.stream().filter(kind -> {
            int n = kind.split(" ", -1).length;
            return from - n >= free && text(tokens, from - n, from).equals(kind);
        }).findFirst().orElse("");
    }

    private Mention narrowed(List<Token> tokens, Mention found, String kind) {
        var spelling = tokens.subList(found.from(), found.to());
        var named = found.named().preferring(unit -> fits(spelling, unit.name()),
                name -> fits(spelling, name.name()),
                district -> fits(spelling, district.name()));
        int from = found.from();
        if (!kind.isEmpty()) {
            from -= kind.split(" ", -1).length;
            named = named.preferring(unit -> is(unit.kind(), kind), name -> is(name.kind(), kind),
                    district -> Folding.fold(district.kind()).equals(kind));
        }
        return sided(tokens, within(tokens, new Mention(from, found.to(), found.name(), named)));
    }

    private static boolean is(Unit.Kind kind, String folded) {
        return Folding.fold(kind.word()).equals(folded);
    }

    /// Reads "… hải hòa **thành phố cẩm phả**": the district in which the unit lay.
    private Mention within(List<Token> tokens, Mention found) {
        int next = found.to();
        while (next < tokens.size() && Set.of("cu", "cua", "thuoc", "thanh", "pho", "thi", "xa", "huyen")
                .contains(tokens.get(next).folded())) {
            next++;
        }
        for (int n = most(tokens, next); n > 0; n--) {
            var named = byName.get(text(tokens, next, next + n));
            if (named != null && !named.districts().isEmpty()) {
                var names = named.districts().stream().map(District::name).toList();
                var lying = new Named(
                        found.named().old().stream()
                                .filter(unit -> names.stream().anyMatch(unit.district()::endsWith))
                                .toList(),
                        List.of(),
                        found.named().older().stream().filter(name -> names.contains(name.district()))
                                .toList(),
                        List.of());
                return lying.isEmpty() ? found : new Mention(found.from(), next + n, found.name(), lying);
            }
        }
        return found;
    }

    private static Mention sided(List<Token> tokens, Mention found) {
        if (found.to() >= tokens.size()) {
            return found;
        }
        var named = found.named();
        return switch (tokens.get(found.to()).folded()) {
            case "cu" -> {
                var past = new Named(named.old(), List.of(), named.older(), named.districts());
                yield new Mention(found.from(), found.to() + 1, found.name(), past.isEmpty() ? named : past);
            }
            case "moi" -> new Mention(found.from(), found.to(), found.name(),
                    named.now().isEmpty() ? named : new Named(List.of(), named.now(), List.of(), List.of()));
            default -> found;
        };
    }

    private static String text(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().map(Token::folded).collect(Collectors.joining(" "));
    }

    /// All syllables that stand in some name: they alone do not tell one claim from another.
    Set<String> syllables() {
        return byName.keySet().stream().flatMap(name -> Arrays.stream(name.split(" ", -1)))
                .collect(Collectors.toSet());
    }
}
