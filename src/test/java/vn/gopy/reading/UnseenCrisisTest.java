package vn.gopy.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Messages written by people who saw neither the corpus nor `sensitive.txt`, read by the reader that ships.
///
/// Found means: some sensitive kind was heard, be it the right one or not. What counts is that the message
/// leaves the opinion lane; that the kind is right as well is counted apart.
class UnseenCrisisTest {
    private static final String NONE = "none";

    private final TrainedReader reader = TrainedReader
            .open(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)));
    private final List<Message> messages = messages("unseen-crisis.tsv");
    private final List<Message> never = messages("unseen-crisis-2.tsv");
    private final List<Message> roundabout = messages("unseen-crisis-3.tsv");

    private record Message(String kind, String text) {}

    UnseenCrisisTest() throws IOException {}

    private static List<Message> messages(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reading", file)).stream().skip(1)
                .map(line -> line.split("\t", 2)).map(cells -> new Message(cells[0], cells[1])).toList();
    }

    @Test
    void most_people_in_need_are_heard_in_words_never_seen_before() {
        var calls = calls(messages);
        calls.stream().filter(message -> heard(message).equals(NONE))
                .forEach(message -> System.out.println("missed: " + message));

        assertTrue(calls.size() >= 200, calls.size() + " calls");
        assertTrue(share(calls) >= 0.96, "heard " + share(calls));
    }

    /// Told in roundabout words by somebody who saw neither corpus nor phrases; nobody has looked at which are
    /// missed.
    @Test
    void most_are_heard_that_tell_of_a_danger_without_its_name() {
        var calls = calls(roundabout);
        var plain = roundabout.stream().filter(message -> message.kind().equals(NONE)).toList();
        System.out.printf(Locale.ROOT, "roundabout: heard %.1f %% of %d, false alarms %.1f %% of %d%n",
                100 * share(calls), calls.size(), 100 * share(plain), plain.size());

        assertTrue(calls.size() >= 150 && plain.size() >= 100, roundabout.size() + " messages");
        assertTrue(share(calls) >= 0.91, "heard " + share(calls));
        assertTrue(share(plain) <= 0.08, "alarmed " + share(plain));
    }

    /// Nobody has looked at which of these are missed, but who wrote them went on to write phrases.
    @Test
    void many_are_heard_whose_misses_nobody_has_looked_at() {
        var calls = calls(never);
        var plain = never.stream().filter(message -> message.kind().equals(NONE)).toList();
        System.out.printf(Locale.ROOT, "false alarms %.1f %% of %d%n", 100 * share(plain), plain.size());

        assertTrue(calls.size() >= 120 && plain.size() >= 150, never.size() + " messages");
        assertTrue(share(calls) >= 0.94, "heard " + share(calls));
        assertTrue(share(plain) <= 0.06, "alarmed " + share(plain));
    }

    private List<Message> calls(List<Message> some) {
        var calls = some.stream().filter(message -> !message.kind().equals(NONE)).toList();
        for (var kind : new TreeSet<>(calls.stream().map(Message::kind).toList())) {
            tell(kind, calls.stream().filter(message -> message.kind().equals(kind)).toList());
        }
        tell("all", calls);
        return calls;
    }

    @Test
    void few_plain_messages_are_taken_for_calls() {
        var plain = messages.stream().filter(message -> message.kind().equals(NONE)).toList();
        System.out.printf(Locale.ROOT, "false alarms %.1f %% of %d%n", 100 * share(plain), plain.size());
        plain.stream().filter(message -> !heard(message).equals(NONE))
                .forEach(message -> System.out.println("alarmed: " + heard(message) + " " + message));

        assertTrue(plain.size() >= 250, plain.size() + " plain messages");
        assertTrue(share(plain) <= 0.01, "alarmed " + share(plain));
    }

    @Test
    void none_of_them_stands_in_the_corpus() throws IOException {
        var learnt = Corpus.read(Path.of("config/training/opinions")).stream()
                .map(example -> Folding.fold(example.text())).collect(Collectors.toSet());

        assertEquals(List.of(),
                Stream.of(messages, never, roundabout).flatMap(List::stream)
                        .filter(message -> learnt.contains(Folding.fold(message.text()))).toList());
    }

    private void tell(String name, List<Message> some) {
        long right = some.stream().filter(message -> heard(message).equals(message.kind())).count();
        System.out.printf(Locale.ROOT, "%-12s %4d messages, heard %5.1f %%, as that kind %5.1f %%%n", name,
                some.size(), 100 * share(some), 100.0 * right / some.size());
    }

    private double share(List<Message> some) {
        return some.stream().filter(message -> !heard(message).equals(NONE)).count() / (double) some.size();
    }

    private String heard(Message message) {
        return reader.read(message.text()).sensitive().name().toLowerCase(Locale.ROOT);
    }
}
