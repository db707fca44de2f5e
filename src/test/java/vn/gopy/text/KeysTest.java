package vn.gopy.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class KeysTest {
    @Test
    void each_number_is_found_at_its_place_and_no_other_is_found() {
        var numbers = new Random(7).longs(5_000).distinct().filter(number -> number % 2 != 0).toArray();
        var keys = new Keys(numbers);

        for (int place = 0; place < numbers.length; place++) {
            assertEquals(place, keys.place(numbers[place]));
            assertFalse(keys.have(numbers[place] + 1));
        }
    }

    @Test
    void of_equal_numbers_the_first_place_counts() {
        assertEquals(1, new Keys(5, 9, 9, 5, 9).place(9));
    }

    @Test
    void zero_is_never_among_them() {
        var keys = new Keys(0, 3);

        assertFalse(keys.have(0));
        assertEquals(-1, keys.place(0));
        assertEquals(1, keys.place(3));
    }

    @Test
    void without_numbers_nothing_is_found() {
        assertFalse(new Keys().have(1));
    }
}
