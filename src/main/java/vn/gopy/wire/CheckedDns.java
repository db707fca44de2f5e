package vn.gopy.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/// Looks a host up once, and hands the client only addresses it may connect to; so the address that was
/// checked is the one that is used, whatever the name server says a moment later.
final class CheckedDns implements Dns {
    private final Resolver resolver;
    private final Destinations destinations;

    CheckedDns(Resolver resolver, Destinations destinations) {
        this.resolver = resolver;
        this.destinations = destinations;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var addresses = resolver.addresses(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException("the host name has no address");
        }
        var objection = destinations.objection(host, addresses);
        if (objection.isPresent()) {
            throw new UnknownHostException(objection.get());
        }
        return addresses;
    }
}
