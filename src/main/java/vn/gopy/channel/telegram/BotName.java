package vn.gopy.channel.telegram;

/// Which bot we are: its id, and its user name once Telegram has told it. Until then a command that names a
/// bot is nobody's.
final class BotName {
    private final String id;
    private volatile String name = "";

    BotName(String id) {
        this.id = id;
    }

    /// The bot's id: the digits before the colon of its token.
    static BotName ofToken(String token) {
        return new BotName(token.substring(0, token.indexOf(':')));
    }

    String id() {
        return id;
    }

    void learn(String userName) {
        name = userName;
    }

    boolean is(String userName) {
        return !name.isEmpty() && name.equalsIgnoreCase(userName);
    }
}
