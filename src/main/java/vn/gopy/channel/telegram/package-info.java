/// The Telegram channel: hears updates by webhook or by polling, sends by the Bot API, and decides nothing
/// about the conversation. Every rule of it stands in the contract tables that its tests carry out line by
/// line.
@NullMarked
package vn.gopy.channel.telegram;

import org.jspecify.annotations.NullMarked;
