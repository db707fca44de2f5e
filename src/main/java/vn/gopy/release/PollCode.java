package vn.gopy.release;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the items of polls are named within their table: the number of the poll, a dot, and `all` or the number of the
/// option, which begins at 1.
final class PollCode {
    private static final Pattern CODE = Pattern.compile("([1-9][0-9]{0,8})\\.(all|[1-9])");
    /// By poll, all of it first.
    static final Comparator<Item> ORDER = Comparator.comparingLong(PollCode::poll)
            .thenComparingInt(PollCode::place);

    private PollCode() {}

    static String of(Item item) {
        return poll(item) + "." + (place(item) == 0 ? "all" : place(item));
    }

    static Optional<Item> parse(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long poll = Long.parseLong(parts.group(1));
        return Optional.of(parts.group(2).equals("all")
                ? new Item.PollAll(poll)
                : new Item.PollChoice(poll, Integer.parseInt(parts.group(2)) - 1));
    }

    private static long poll(Item item) {
        return switch (item) {
            case Item.PollAll(var poll) -> poll;
            case Item.PollChoice(var poll, _) -> poll;
            default -> throw new IllegalArgumentException("not of a poll: " + item);
        };
    }

    private static int place(Item item) {
        return item instanceof Item.PollChoice(_, var choice) ? choice + 1 : 0;
    }
}
