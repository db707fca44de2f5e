package vn.gopy.outbox;

import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Channel;

/// Who carries what: channels by their name with the pace of each, and the carrier of notices.
///
/// @param paces by the channel's name; under `<name>.group` that of words into a group (by its
///              [Channel#place])
/// @param hands how many parcels may be under way at once
public record Rounds(Map<String, Channel> channels, Map<String, Pace> paces, Carrier carrier, Tempo tempo,
        int hands) {
    private static final Pace UNLIMITED = Pace.unlimited();

    public Rounds {
        channels = Map.copyOf(channels);
        paces = Map.copyOf(paces);
    }

    Optional<Channel> channel(String name) {
        return Optional.ofNullable(channels.get(name));
    }

    Pace pace(String channel) {
        var pace = paces.get(channel);
        return pace == null ? UNLIMITED : pace;
    }
}
