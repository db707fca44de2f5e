package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No option of a poll stands first more often than the others.
final class KnownPollTest {
    private static final int PERSONS = 6_000;

    @Test
    void each_option_stands_first_for_as_many_persons_and_a_person_always_sees_the_same() {
        var poll = new KnownPoll(7, Optional.empty(),
                new KnownPoll.Wording("Giờ nào tiện?", List.of("a", "b", "c", "d", "e", "f")),
                Optional.empty(),
                Instant.EPOCH, true, OptionalInt.empty());
        var first = new Random(7).longs(PERSONS).mapToObj(seed -> poll.order(seed).getFirst())
                .collect(Collectors.groupingBy(option -> option, Collectors.counting()));

        assertEquals(6, first.size());
        first.forEach((option, persons) -> assertTrue(Math.abs(persons - PERSONS / 6) < 120,
                option + " is first for " + persons));
        assertEquals(poll.order(-5), poll.order(-5));
        assertEquals(List.of(0, 1, 2, 3, 4, 5), poll.order(-5).stream().sorted().toList());
    }
}
