package vn.gopy.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A resolver that is given up when it does not answer in time: the system's own look-up can hang for half a
/// minute and takes no notice of an interruption (contracts.md F20). Each look-up has a platform thread of
/// its own, because it would hold the carrier of a virtual one.
final class TimedResolver implements Resolver {
    private final Resolver resolver;
    private final Duration patience;

    TimedResolver(Resolver resolver, Duration patience) {
        this.resolver = resolver;
        this.patience = patience;
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        var lookUp = new FutureTask<>(() -> resolver.addresses(host));
        Thread.ofPlatform().daemon(true).name("look-up").start(lookUp);
        try {
            return lookUp.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new UnknownHostException("no answer from the name server");
        } catch (ExecutionException fault) {
            throw unknown(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unknown(stop);
        }
    }

    private static UnknownHostException unknown(Throwable cause) {
        var unknown = new UnknownHostException("the host name has no address");
        unknown.initCause(cause);
        return unknown;
    }
}
