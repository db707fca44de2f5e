package vn.gopy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Incoming;

/// Stops the intake before the disk is full, since on a full disk nothing can be erased either (contracts.md,
/// finding 6). It wraps the inbox: what is turned away is asked for again later and nothing is lost.
final class DiskGuard implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(DiskGuard.class);
    private static final int COME_BACK_SECONDS = 30;

    private final Inbox inbox;
    private final Path folder;
    private final long watermark;
    private volatile boolean low;

    /// @param watermark bytes that must stay free
    DiskGuard(Inbox inbox, Path folder, long watermark) {
        this.inbox = inbox;
        this.folder = folder;
        this.watermark = watermark;
    }

    /// Looks at the disk; called every few seconds.
    void look() {
        boolean now = free() < watermark;
        if (now != low) {
            LOG.atWarn().addKeyValue("low", now).log("disk space");
        }
        low = now;
    }

    private long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException fault) {
            LOG.atError().setCause(fault).log("could not look at the disk");
            return Long.MAX_VALUE;
        }
    }

    boolean low() {
        return low;
    }

    @Override
    public Heard accept(Incoming incoming) {
        return low ? new Heard.Unavailable(COME_BACK_SECONDS) : inbox.accept(incoming);
    }

    @Override
    public Heard park(DeadLetter letter) {
        return low ? new Heard.Unavailable(COME_BACK_SECONDS) : inbox.park(letter);
    }
}
