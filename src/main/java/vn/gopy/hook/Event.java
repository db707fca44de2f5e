package vn.gopy.hook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Something that other systems are told. Thin, and made of aggregates only: never a text, a pseudonym or a
/// single opinion (contracts.md W11). Each has a schema and an example under `docs/events/`.
public sealed interface Event {
    /// Its name, as an endpoint subscribes to it.
    String type();

    /// A set of figures was published.
    ///
    /// @param id     of the release
    /// @param period such as `2026-W47` or `2026-10`
    /// @param hash   of what was published, so that a copy can be checked
    /// @param links  where to read it: a name such as `page` or `json`, and its address. One without a host,
    ///               as there is when the service has no public address, leads nowhere and is left out
    record ReleasePublished(String id, String period, String hash,
            Map<String, String> links) implements Event {
        static final String TYPE = "release.published";

        public ReleasePublished {
            links = links.entrySet().stream().filter(link -> link.getValue().matches("https?://.+"))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public String type() {
            return TYPE;
        }

        SortedMap<String, String> sortedLinks() {
            return new TreeMap<>(links);
        }
    }

    /// So many persons asked for something that has no source yet. One for each group of a release. What they
    /// asked in is not said: whoever wants the few words that may be shown reads the release.
    ///
    /// @param release the release that shows the group
    /// @param period  such as `2026-10`
    /// @param group   its place in that period, from 1
    /// @param topic   the code of what it is about; empty where that is not known of enough persons
    /// @param persons how many, rounded, never under k
    record QuestionsUnanswered(String release, String period, int group, Optional<String> topic,
            int persons) implements Event {
        static final String TYPE = "questions.unanswered";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /// What a week brought to know, once a week. All of it stands in the releases, too.
    ///
    /// @param release  that closed the week, and its hash
    /// @param persons  who spoke in the week, rounded; empty when hidden
    /// @param reach    how many communes of the latest month are heard
    /// @param changes  clear changes since the period before, and how many there are in all
    /// @param themes   topics that are new over the threshold, likewise
    /// @param asked    that month's questions without a source, likewise
    /// @param links    as in [ReleasePublished]
    /// @param demo     whether the figures are synthetic
    record DigestWeekly(String release, String hash, String week, Optional<Integer> persons, Reached reach,
            Some<Changed> changes, Some<NewTheme> themes, Some<QuestionsUnanswered> asked,
            Map<String, String> links, boolean demo) implements Event {
        static final String TYPE = "digest.weekly";

        public DigestWeekly {
            links = links.entrySet().stream().filter(link -> link.getValue().matches("https?://.+"))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public String type() {
            return TYPE;
        }

        /// The first of a list, and how many it has.
        public record Some<T>(List<T> first, int all) {
            public Some {
                first = List.copyOf(first);
            }
        }

        /// How many are heard.
        ///
        /// @param inhabitants of the province
        /// @param month       empty as long as no month is published
        /// @param silent      how many of these units are hidden
        public record Reached(int inhabitants, Optional<String> month, int units, int silent) {}

        /// A share in per cent with its interval, and how many persons it is of.
        public record Part(int percent, int low, int high, int of) {}

        /// What was counted, where and when: codes as in the files.
        public record Cell(String area, String period, String table, String item) {}

        public record Changed(Cell cell, Part now, Part before) {}

        public record NewTheme(Cell cell, int persons) {}
    }

    /// Something in the published figures that officials should look at. It tells of no person, no phrase and no
    /// single opinion.
    ///
    /// @param kind    `topic-volume`, `question-rise` or `answer-late`
    /// @param topic   of a topic's volume, its code; of a group of questions, what it is about where that is known
    /// @param group   of a group of questions, its place in its month
    /// @param was     before: the usual number, or the most that there may have been
    /// @param now     the published number
    /// @param fared   how alerts of this kind fared lately
    record FiguresAlert(String release, String kind, String period, Optional<String> topic,
            Optional<Integer> group, int was, int now, Fared fared) implements Event {
        static final String TYPE = "figures.alert";

        @Override
        public String type() {
            return TYPE;
        }

        /// Of so many alerts in so many weeks officials called so many false, and of so many they said nothing.
        public record Fared(int weeks, int alerts, int wrong, int unmarked) {}
    }

    /// An office answered a theme: it is on its way to those who wished to hear. The answer stands on the page of
    /// figures.
    ///
    /// @param theme   its number
    /// @param release the last release whose figures it comes from
    /// @param area  `province` or the code of a unit
    /// @param from  the first of its months, such as `2026-10`
    /// @param until the last of them
    /// @param state `answered`, `changed` or `cannot`
    record ThemeAnswered(long theme, String release, String area, String topic, String from, String until,
            String state)
            implements
                Event {
        static final String TYPE = "theme.answered";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /// An operator tries whether an endpoint can be reached. Goes to one endpoint, whatever it subscribes to.
    ///
    /// @param endpoint the name the operator gave it
    record WebhookTest(String endpoint) implements Event {
        static final String TYPE = "webhook.test";

        @Override
        public String type() {
            return TYPE;
        }
    }
}
