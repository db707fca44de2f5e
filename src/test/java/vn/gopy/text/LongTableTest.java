package vn.gopy.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LongTableTest {
    @Test
    void each_number_is_found_at_its_place_and_no_other_is_found() {
        var numbers = new Random(7).longs(5_000).distinct().filter(number -> number % 2 != 0).toArray();
        var table = LongTable.of(numbers);

        for (int place = 0; place < numbers.length; place++) {
            assertEquals(place, table.get(numbers[place]));
            assertFalse(table.has(numbers[place] + 1));
        }
    }

    @Test
    void of_equal_numbers_the_first_place_counts() {
        assertEquals(1, LongTable.of(5, 9, 9, 5, 9).get(9));
    }

    @Test
    void zero_is_a_number_like_others() {
        assertFalse(LongTable.of(3).has(0));
        assertEquals(0, LongTable.of(0, 3).get(0));
    }

    @Test
    void without_numbers_nothing_is_found() {
        assertFalse(LongTable.of().has(1));
    }
}
