package vn.gopy.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A long list, read part by part.
class PagesOfListsTest {
    private final List<Integer> all = new ArrayList<>(IntStream.range(0, 120).boxed().toList());

    private Slice<Integer> slice(Map<String, String> query) {
        return Slice.of(all, Object::toString, query).orElseThrow();
    }

    @Test
    void who_goes_on_after_the_last_key_sees_each_item_once() {
        var seen = new ArrayList<Integer>();
        var part = slice(Map.of("limit", "7"));
        seen.addAll(part.items());
        while (part.next().isPresent()) {
            part = slice(Map.of("limit", "7", "after", part.next().orElseThrow()));
            seen.addAll(part.items());
        }

        assertEquals(all, seen);
        assertEquals(50, slice(Map.of()).items().size());
        assertEquals(100, slice(Map.of("limit", "100")).items().size());
    }

    @Test
    void an_item_added_at_the_top_meanwhile_neither_repeats_nor_hides_another() {
        var first = slice(Map.of("limit", "10"));

        all.addFirst(-1);

        assertEquals(10,
                slice(Map.of("limit", "10", "after", first.next().orElseThrow())).items().getFirst());
    }

    @Test
    void a_key_or_a_number_that_is_none_is_refused_by_name() {
        for (var limit : List.of("0", "-1", "101", "1e2", "x", "9999999999")) {
            assertEquals(List.of("limit"), Slice.wrong(all, Object::toString, Map.of("limit", limit)), limit);
        }
        assertEquals(List.of("after", "limit"),
                Slice.wrong(all, Object::toString, Map.of("after", "x", "limit", "x")));
        assertTrue(Slice.of(List.<Integer>of(), Object::toString, Map.of()).orElseThrow().items().isEmpty());
    }
}
