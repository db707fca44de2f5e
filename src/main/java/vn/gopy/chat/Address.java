package vn.gopy.chat;

/// Where a resident can be reached: a channel and that channel's own id. It never reaches the database in the
/// clear, so it prints without the id.
public record Address(String channel, String id) {
    private static final int LONGEST_CHANNEL = 40;

    public Address {
        if (!isChannel(channel)) {
            throw new IllegalArgumentException("not a channel name: " + channel);
        }
        if (id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException("an address id has 1 to 200 characters");
        }
    }

    /// A small letter, then small letters, digits and hyphens.
    private static boolean isChannel(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || !(c == '-' || (c >= '0' && c <= '9')))) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_CHANNEL;
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
