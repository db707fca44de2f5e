package vn.gopy.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.release.OpenQuestion;
import vn.gopy.text.Folding;
import vn.gopy.vault.Pseudonym;

/// The few words by which a group of questions is shown: each typed by at least k persons of the group, in
/// the order in which they mostly stand. Nobody's own words are among them.
///
/// Words are syllables, with or without marks the same. A word is shown with the marks of its commonest
/// spelling when at least k persons typed exactly these; else without. What was masked is no word, nor what
/// folds into more than one.
final class Label {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private static final Word NOBODYS = new Word(Set.of(), Map.of());

    private final int k;
    private final Map<String, Word> words = new TreeMap<>();
    private final List<List<String>> lines = new ArrayList<>();

    private Label(int k) {
        this.k = k;
    }

    /// A word of the group: who typed it, and in which spelling.
    private record Word(Set<Pseudonym> persons, Map<String, Set<Pseudonym>> spellings) {}

    /// The label of a group; empty when its members have too few words in common.
    ///
    /// @param weight how much a folded word tells; one that tells nothing is left out
    static String of(Group group, int k, ToDoubleFunction<String> weight) {
        var label = new Label(k);
        group.questions().forEach(label::read);
        return label.write(weight);
    }

    private void read(Asked question) {
        var plain = Normalizer.normalize(question.bare(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        var line = new ArrayList<String>();
        for (var typed : BETWEEN.splitAsStream(plain).filter(part -> !part.isEmpty()).toList()) {
            var folded = Folding.fold(typed);
            if (folded.isEmpty() || BETWEEN.matcher(folded).find()) {
                continue;
            }
            var word = words.computeIfAbsent(folded, _ -> new Word(new HashSet<>(), new TreeMap<>()));
            word.persons().add(question.person());
            word.spellings().computeIfAbsent(typed, _ -> new HashSet<>()).add(question.person());
            line.add(folded);
        }
        lines.add(line);
    }

    private String write(ToDoubleFunction<String> weight) {
        var telling = new HashMap<String, Double>();
        words.forEach((folded, word) -> {
            if (word.persons().size() >= k && weight.applyAsDouble(folded) > 0) {
                telling.put(folded, word.persons().size() * weight.applyAsDouble(folded));
            }
        });
        var chosen = telling.keySet().stream()
                .sorted(Comparator.comparingDouble((String word) -> -telling.getOrDefault(word, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(OpenQuestion.MOST_WORDS).sorted().toList();
        return chosen.stream()
                .sorted(Comparator.comparingInt((String word) -> -before(word, chosen))
                        .thenComparing(Comparator.naturalOrder()))
                .map(this::spelled).collect(Collectors.joining(" "));
    }

    /// How many of the others a word mostly stands before.
    private int before(String word, List<String> others) {
        return (int) others.stream().filter(other -> !other.equals(word)).filter(other -> {
            long earlier = lines.stream().filter(line -> stands(line, word, other)).count();
            long later = lines.stream().filter(line -> stands(line, other, word)).count();
            return earlier > later;
        }).count();
    }

    private static boolean stands(List<String> line, String first, String second) {
        int at = line.indexOf(first);
        return at >= 0 && at < line.indexOf(second);
    }

    private String spelled(String folded) {
        var spellings = words.getOrDefault(folded, NOBODYS).spellings();
        return spellings.entrySet().stream().filter(one -> !one.getKey().equals(folded))
                .max(Comparator.comparingInt(
                        (Map.Entry<String, Set<Pseudonym>> one) -> one.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .filter(one -> one.getValue().size() >= k)
                .map(Map.Entry::getKey).orElse(folded);
    }
}
