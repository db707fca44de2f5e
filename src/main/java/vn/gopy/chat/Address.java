package vn.gopy.chat;

/// Where a resident can be reached: a channel and that channel's own id. It never reaches the database in the clear,
/// so it prints without the id.
public record Address(String channel, String id) {
    public Address {
        if (!channel.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("not a channel name: " + channel);
        }
        if (id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException("an address id has 1 to 200 characters");
        }
    }

    @Override
    public String toString() {
        return channel + ":***";
    }
}
