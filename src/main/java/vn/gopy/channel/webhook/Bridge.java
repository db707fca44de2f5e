package vn.gopy.channel.webhook;

import vn.gopy.wire.Signer;

/// A program of somebody's that joins another messenger to ours by signed webhooks.
///
/// @param name     the channel's name, in our path and in its addresses
/// @param callback where replies are posted
/// @param signer   the secret that both sides share
public record Bridge(String name, String callback, Signer signer) {
    /// Without the callback, which may hold a token.
    @Override
    public String toString() {
        return name;
    }
}
