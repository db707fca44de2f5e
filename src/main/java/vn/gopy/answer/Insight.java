package vn.gopy.answer;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.gopy.policy.Likeness;
import vn.gopy.topic.Topic;

/// What grouping questions needs of those who read: how like they are, and what one is about.
///
/// @param fit whether words may be shown to everybody: nothing toxic, nothing sensitive
public record Insight(Likeness likeness, Function<String, Optional<Topic>> topic, Predicate<String> fit) {}
