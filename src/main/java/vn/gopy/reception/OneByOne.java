package vn.gopy.reception;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Lets one turn of a person be taken at a time: a channel may deliver several of their messages at once, and
/// each must find the file as the one before left it. Others seldom share their lock, and then wait a moment.
final class OneByOne {
    private static final int LOCKS = 4096;

    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    /// Gives back what the turn gave; throws what it threw.
    <T> T take(Object person, Supplier<T> turn) {
        var lock = locks[Math.floorMod(person.hashCode(), LOCKS)];
        lock.lock();
        try {
            return turn.get();
        } finally {
            lock.unlock();
        }
    }
}
