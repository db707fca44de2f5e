package vn.gopy.chat;

import java.util.regex.Pattern;

/// Where a resident can be reached: a channel and that channel's own id. It never reaches the database in the
/// clear, so it prints without the id.
public record Address(String channel, String id) {
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Address {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("not a channel name: " + channel);
        }
        if (id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException("an address id has 1 to 200 characters");
        }
    }

    /// Reads what [#line] wrote.
    public static Address parse(String line) {
        int bar = line.indexOf('|');
        return new Address(line.substring(0, bar), line.substring(bar + 1));
    }

    /// Channel and id as one text, for sealing alone.
    public String line() {
        return channel + '|' + id;
    }

    @Override
    public String toString() {
        return channel + ":***";
    }
}
