package vn.gopy.wire;

import okhttp3.Call;
import okhttp3.EventListener;

/// Remembers whether any of a request was written: it tells a call that surely did not arrive from one that
/// may have.
final class Progress extends EventListener {
    private volatile boolean written;

    @Override
    public void requestHeadersStart(Call call) {
        written = true;
    }

    boolean written() {
        return written;
    }
}
