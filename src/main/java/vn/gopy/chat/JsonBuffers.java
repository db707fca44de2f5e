package vn.gopy.chat;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Buffers of those who read and write JSON, for use again by all threads: a virtual thread lives for one message
/// only, so keeping them by thread would make new ones each time. The last one given back goes first, while the
/// processor still knows it.
public final class JsonBuffers implements RecyclerPool<BufferRecycler> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 64;

    private final ArrayDeque<BufferRecycler> idle = new ArrayDeque<>();

    @Override
    public BufferRecycler acquirePooled() {
        var known = idle();
        return known == null ? new BufferRecycler() : known;
    }

    private synchronized @Nullable BufferRecycler idle() {
        return idle.poll();
    }

    /// Keeps it for the next one, unless enough are kept already.
    @Override
    public synchronized void releasePooled(BufferRecycler buffers) {
        if (idle.size() < MOST) {
            idle.push(buffers);
        }
    }
}
