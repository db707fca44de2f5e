package vn.gopy.answer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.release.Rule;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// Groups questions by likeness, and gives out what may be published of them: groups of at least k persons, their
/// number rounded, a few words that at least k of them typed, and a topic that was guessed for at least k. A group
/// whose words are toxic or sensitive is not shown. How many smaller groups there are is never told.
///
/// @param insight asked for only when enough persons asked something
public record Gathering(Rule rule, Supplier<Insight> insight) {
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

    /// A group as it may be shown, with the questions in it, which may not.
    ///
    /// @param words   each typed by at least k persons of the group
    /// @param persons how many asked, rounded; never under k
    public record Shown(String words, Optional<Topic> topic, int persons, List<Asked> questions) {
        public Shown {
            questions = List.copyOf(questions);
        }
    }

    /// The groups, those of most persons first; never null.
    public List<Shown> of(List<Asked> questions) {
        var asked = new Group(questions);
        if (asked.persons() < rule.k()) {
            return List.of();
        }
        var reads = insight.get();
        return groups(asked.questions(), reads).stream().filter(group -> group.persons() >= rule.k())
                .flatMap(group -> safely(group, reads).stream())
                .sorted(Comparator.comparingInt((Shown group) -> -group.persons())
                        .thenComparing(Shown::words)
                        .thenComparing(group -> group.topic().map(Topic::code).orElse("")))
                .toList();
    }

    /// No fault over a question keeps the figures back.
    private static List<Group> groups(List<Asked> asked, Insight reads) {
        try {
            return Group.of(asked, reads.likeness());
        } catch (RuntimeException fault) { // its message may hold what somebody asked
            LOG.error("could not group questions: none are shown ({})", fault.getClass().getName());
            return List.of();
        }
    }

    private Optional<Shown> safely(Group group, Insight reads) {
        try {
            return shown(group, reads);
        } catch (RuntimeException fault) { // its message may hold what somebody asked
            LOG.error("could not show a group of questions: left out ({})", fault.getClass().getName());
            return Optional.empty();
        }
    }

    private Optional<Shown> shown(Group group, Insight reads) {
        var words = Label.of(group, rule.k(), reads.likeness()::weight);
        return words.isEmpty() || !reads.fit().test(words)
                ? Optional.empty()
                : Optional.of(new Shown(words, topic(group, reads), rule.rounded(group.persons()),
                        group.questions()));
    }

    /// The topic guessed for most persons, if for enough.
    private Optional<Topic> topic(Group group, Insight reads) {
        var persons = new HashMap<Topic, Set<Pseudonym>>();
        group.questions().forEach(question -> reads.topic().apply(question.text())
                .ifPresent(topic -> persons.computeIfAbsent(topic, _ -> new HashSet<>())
                        .add(question.person())));
        return persons.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Topic, Set<Pseudonym>> one) -> one.getValue().size())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(one -> one.getValue().size() >= rule.k()).map(Map.Entry::getKey);
    }
}
