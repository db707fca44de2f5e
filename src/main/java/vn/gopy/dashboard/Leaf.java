package vn.gopy.dashboard;

import java.util.List;

/// One page of a long list.
///
/// @param number of the page, from 1
/// @param all    how many items the list has
public record Leaf<T>(List<T> items, int number, int all) {
    /// So many stand on a page.
    public static final int SIZE = 25;

    public Leaf {
        items = List.copyOf(items);
    }

    /// The page with a number; one after the end is empty.
    static <T> Leaf<T> of(List<T> all, int number) {
        int from = Math.min(all.size(), (number - 1) * SIZE);
        return new Leaf<>(all.subList(from, Math.min(all.size(), from + SIZE)), number, all.size());
    }

    public boolean more() {
        return number * SIZE < all;
    }
}
