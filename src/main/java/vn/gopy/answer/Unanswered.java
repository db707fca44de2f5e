package vn.gopy.answer;

import java.time.Instant;
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
import vn.gopy.db.Database;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OpenQuestions;
import vn.gopy.release.Period;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// Groups the questions of a closed month by likeness, and gives out what may be published of them: groups of
/// at least k persons, their number rounded, a few words that at least k of them typed, and a topic that was
/// guessed for at least k. A group whose words are toxic or sensitive is not shown.
///
/// Months alone, because a week within a month could be subtracted from it. How many smaller groups there are
/// is never told.
public final class Unanswered implements OpenQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(Unanswered.class);

    private final Database database;
    private final SqlQuestions questions;
    private final ReleaseSettings settings;
    private final Supplier<Insight> insight;

    /// @param insight asked for only when enough persons asked something
    public Unanswered(Database database, Vault vault, ReleaseSettings settings, Supplier<Insight> insight) {
        this.database = database;
        questions = new SqlQuestions(vault);
        this.settings = settings;
        this.insight = insight;
    }

    @Override
    public Optional<Instant> first() {
        return database.read(questions::first);
    }

    @Override
    public List<OpenQuestion> in(Period period) {
        if (period.kind() != Period.Kind.MONTH) {
            return List.of();
        }
        var asked = new Group(database.read(tx -> questions.askedBetween(tx, period.from(settings.zone()),
                period.until(settings.zone()))));
        if (asked.persons() < settings.rule().k()) {
            return List.of();
        }
        var reads = insight.get();
        return groups(asked.questions(), reads).stream()
                .filter(group -> group.persons() >= settings.rule().k())
                .flatMap(group -> safely(group, period, reads).stream())
                .sorted(Comparator.comparingInt((OpenQuestion group) -> -group.persons())
                        .thenComparing(OpenQuestion::words)
                        .thenComparing(group -> group.topic().map(Topic::code).orElse("")))
                .toList();
    }

    /// No fault over a question keeps the figures back.
    private static List<Group> groups(List<SqlQuestions.Asked> asked, Insight reads) {
        try {
            return Group.of(asked, reads.likeness());
        } catch (RuntimeException fault) { // its message may hold what somebody asked
            LOG.error("could not group questions: none are shown ({})", fault.getClass().getName());
            return List.of();
        }
    }

    private Optional<OpenQuestion> safely(Group group, Period period, Insight reads) {
        try {
            return shown(group, period, reads);
        } catch (RuntimeException fault) { // its message may hold what somebody asked
            LOG.error("could not show a group of questions: left out ({})", fault.getClass().getName());
            return Optional.empty();
        }
    }

    private Optional<OpenQuestion> shown(Group group, Period period, Insight reads) {
        var rule = settings.rule();
        var words = Label.of(group, rule.k(), reads.likeness()::weight);
        return words.isEmpty() || !reads.fit().test(words)
                ? Optional.empty()
                : Optional.of(new OpenQuestion(period, words, topic(group, reads),
                        rule.rounded(group.persons())));
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
                .filter(one -> one.getValue().size() >= settings.rule().k()).map(Map.Entry::getKey);
    }
}
