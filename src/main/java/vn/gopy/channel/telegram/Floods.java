package vn.gopy.channel.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Tells a chat that is written to too fast from a bot that writes too fast: when Telegram asks three
/// different chats to wait within a second, everybody waits.
final class Floods {
    private static final long WINDOW = 1_000_000_000L;
    private static final int CHATS = 3;

    private final LongSupplier nanos;
    private final Deque<Flood> last = new ArrayDeque<>();

    private record Flood(String chat, long at) {}

    /// @param nanos a monotonic clock
    Floods(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Notes that Telegram asked this chat to wait, and tells whether everybody must.
    synchronized boolean isGeneral(String chat) {
        long now = nanos.getAsLong();
        last.removeIf(flood -> flood.chat().equals(chat) || now - flood.at() > WINDOW);
        last.add(new Flood(chat, now));
        return last.size() >= CHATS;
    }
}
