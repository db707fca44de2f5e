package vn.gopy.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.chat.Channel;

/// Who carries what: channels by their name with the pace of each, and the carrier of notices.
///
/// @param channels the channel of a name at this moment
/// @param paces by the channel's name; under `<name>.group` that of words into a group (by its
///              [Channel#place])
/// @param hands how many parcels may be under way at once
public record Rounds(Function<String, Optional<Channel>> channels, Map<String, Pace> paces, Carrier carrier,
        Tempo tempo,
        int hands) {
    private static final Pace UNLIMITED = Pace.unlimited();

    public Rounds {
        paces = Map.copyOf(paces);
    }

    /// The same with channels that are there from beginning to end.
    public Rounds(Map<String, Channel> channels, Map<String, Pace> paces, Carrier carrier, Tempo tempo,
            int hands) {
        this(name -> Optional.ofNullable(channels.get(name)), paces, carrier, tempo, hands);
    }

    Optional<Channel> channel(String name) {
        return channels.apply(name);
    }

    Pace pace(String channel) {
        var pace = paces.get(channel);
        return pace == null ? UNLIMITED : pace;
    }
}
