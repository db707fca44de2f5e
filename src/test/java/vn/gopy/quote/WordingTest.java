package vn.gopy.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An editor may leave words out where one sees it, and may do nothing else.
class WordingTest {
    private static final String SAID = "Trụ sở ở số 12 xa quá, cán bộ không tốt, mất cả buổi";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "fine", textBlock = """
            Trụ sở ở số 12 xa quá, cán bộ không tốt, mất cả buổi   | fine
            Trụ sở ở … xa quá, cán bộ không tốt, mất cả buổi       | fine
            Trụ sở ở ... xa quá, … mất cả buổi                     | fine
            … cán bộ không tốt …                                   | fine
            Trụ sở … xa quá …                                      | fine
            Trụ sở xa quá, cán bộ không tốt, mất cả buổi           | ADDED
            Trụ sở ở số 12 xa quá                                  | ADDED
            xa quá, cán bộ không tốt, mất cả buổi                  | ADDED
            Trụ sở ở số 12 rất xa …                                | ADDED
            … mất cả buổi … xa quá …                               | ADDED
            … cán bộ không tố …                                    | ADDED
            … cán bộ … tốt …                                       | TURNED
            … tốt, mất cả buổi                                     | TURNED
            …                                                      | EMPTY
            . . ?                                                  | EMPTY
            """)
    void it_may_be_shorter_and_nothing_else(String wording, Fault fault) {
        assertEquals(Optional.ofNullable(fault), Wording.fault(SAID, wording), wording);
    }

    @Test
    void no_word_that_was_not_said_passes_whatever_is_tried() {
        var chance = new Random(7);
        var words = List.of(SAID.split(" ", -1));
        for (int tries = 0; tries < 2_000; tries++) {
            var wording = words.stream().filter(_ -> chance.nextInt(4) > 0)
                    .map(word -> chance.nextInt(9) == 0 ? "…" : word).collect(Collectors.joining(" "))
                    + (chance.nextInt(3) == 0 ? " …" : "");
            assertTrue(Wording.fault(SAID, wording).isPresent() || inOrder(wording), wording);
        }
        assertEquals(Optional.of(Fault.ADDED), Wording.fault(SAID, SAID + " đồng lòng"));
    }

    /// Whether all its words stand in the sentence, in their order.
    private static boolean inOrder(String wording) {
        var said = List.of(SAID.split(" ", -1)).iterator();
        for (var word : wording.split(" +", -1)) {
            boolean found = word.isEmpty() || word.equals("…");
            while (!found && said.hasNext()) {
                found = said.next().equals(word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
