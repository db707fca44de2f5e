package vn.gopy.answer;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gopy.policy.Likeness;
import vn.gopy.vault.Pseudonym;

/// Questions that are like one of them, and who asked them.
///
/// The order of arrival does not matter. Equal texts are one. The text that most persons came near to becomes
/// the first group with all texts near to it; then the next that is left, and so on.
record Group(List<Asked> questions) {
    /// From which likeness on two questions are one, tried on questions written for it.
    private static final double LIKE = 0.33;
    /// So many texts are grouped, those that most persons asked; the others are left out.
    static final int MOST_TEXTS = 2_000;

    Group {
        questions = List.copyOf(questions);
    }

    int persons() {
        return persons(questions).size();
    }

    private static Set<Pseudonym> persons(List<Asked> questions) {
        var persons = new HashSet<Pseudonym>();
        questions.forEach(question -> persons.add(question.person()));
        return persons;
    }

    /// Every question in one group, at most: in none when its text is not among the commonest.
    static List<Group> of(List<Asked> questions, Likeness likeness) {
        var byText = new TreeMap<String, List<Asked>>();
        questions.forEach(one -> byText.merge(one.text(), List.of(one), Group::both));
        byText.keySet().retainAll(commonest(byText));
        var texts = List.copyOf(byText.values());
        var among = likeness.among(List.copyOf(byText.keySet()));
        var near = IntStream.range(0, texts.size())
                .mapToObj(i -> among.near(i, LIKE).stream().mapToInt(Integer::intValue).toArray()).toList();
        var reach = near.stream().mapToInt(places -> persons(together(texts, places)).size()).toArray();
        var taken = new HashSet<Integer>();
        return IntStream.range(0, texts.size()).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -reach[i]).thenComparing(i -> i))
                .filter(i -> !taken.contains(i))
                .map(i -> IntStream.of(near.get(i)).filter(taken::add).toArray())
                .map(places -> new Group(together(texts, places))).toList();
    }

    private static Set<String> commonest(Map<String, List<Asked>> byText) {
        return byText.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, List<Asked>> one) -> -persons(one.getValue()).size())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_TEXTS).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<Asked> both(List<Asked> some, List<Asked> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Asked> together(List<List<Asked>> texts, int[] places) {
        return IntStream.of(places).boxed().flatMap(place -> texts.get(place).stream()).toList();
    }
}
