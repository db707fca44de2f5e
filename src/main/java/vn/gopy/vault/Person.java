package vn.gopy.vault;

import java.time.Instant;
import java.util.Optional;

/// A resident as the vault keeps them: their key, and the sealed address to reply to, for as long as it is
/// kept.
///
/// @param address   channel and the channel's id of them, `telegram|123`, in the clear, in memory alone
/// @param until     when the address is forgotten
/// @param reachable whether they can be written to; false once they blocked the bot
public record Person(Pseudonym pid, PersonKey key, Optional<String> address, Instant until,
        boolean reachable) {
    @Override
    public String toString() {
        return "person";
    }
}
