package vn.gopy.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A part of a list by keyset: what stands after a key. An item that is added meanwhile neither repeats nor
/// hides another.
///
/// @param next the key to go on after; empty at the end of the list
record Slice<T>(List<T> items, Optional<String> next) {
    static final String AFTER = "after";
    static final String LIMIT = "limit";
    static final int MOST = 100;
    private static final String USUAL = "50";

    /// The part of a list that `after` and `limit` of a query ask for; empty when one of them is wrong, as
    /// [#wrong] tells.
    static <T> Optional<Slice<T>> of(List<T> all, Function<T, String> key, Map<String, String> query) {
        if (!wrong(all, key, query).isEmpty()) {
            return Optional.empty();
        }
        int from = Optional.ofNullable(query.get(AFTER)).map(after -> 1 + place(all, key, after)).orElse(0);
        int to = Math.min(all.size(), from + Integer.parseInt(query.getOrDefault(LIMIT, USUAL)));
        var items = all.subList(from, to);
        var next = to < all.size() ? Optional.of(key.apply(items.getLast())) : Optional.<String>empty();
        return Optional.of(new Slice<>(List.copyOf(items), next));
    }

    /// Which of the two is wrong: a key that no item has, a number that is none or not from 1 to [#MOST].
    static <T> List<String> wrong(List<T> all, Function<T, String> key, Map<String, String> query) {
        var wrong = new ArrayList<String>();
        if (query.containsKey(AFTER) && place(all, key, query.getOrDefault(AFTER, "")) < 0) {
            wrong.add(AFTER);
        }
        if (!query.getOrDefault(LIMIT, USUAL).matches("[1-9][0-9]?|100")) {
            wrong.add(LIMIT);
        }
        return wrong;
    }

    private static <T> int place(List<T> all, Function<T, String> key, String wanted) {
        return all.stream().map(key).toList().indexOf(wanted);
    }
}
