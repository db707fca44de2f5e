package vn.gopy.channel.telegram;

import java.util.Optional;

/// The user name of our bot, once Telegram has told it. Until then a command that names a bot is nobody's.
final class BotName {
    private volatile String name = "";

    void learn(String userName) {
        name = userName;
    }

    Optional<String> known() {
        return Optional.of(name).filter(known -> !known.isEmpty());
    }

    boolean is(String userName) {
        return !name.isEmpty() && name.equalsIgnoreCase(userName);
    }
}
