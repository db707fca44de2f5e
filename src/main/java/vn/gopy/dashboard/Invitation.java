package vn.gopy.dashboard;

import java.util.Optional;
import vn.gopy.place.UnitId;

/// Where a poster leads: into the private chat on Telegram when the bot has a name there, else to the chat
/// page. Both take the unit along, as `c_CODE`.
///
/// @param bot    the bot's name on Telegram
/// @param web    the address of the chat page, without a slash at the end
/// @param reachable whether others than this machine can reach that address
public record Invitation(Optional<String> bot, String web, boolean reachable) {
    String to(UnitId unit) {
        return bot.map(name -> "https://t.me/" + name + "?start=c_" + unit.code())
                .orElseGet(() -> web + "/?start=c_" + unit.code());
    }

    /// For everybody, of no unit.
    String toAll() {
        return bot.map(name -> "https://t.me/" + name).orElseGet(() -> web + "/");
    }

    /// Whether a poster of today works on the telephone of a passer-by.
    public boolean works() {
        return bot.isPresent() || reachable;
    }
}
