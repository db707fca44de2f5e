/// The bot in the terminal, for `gopy chat`.
@NullMarked
package vn.gopy.channel.console;

import org.jspecify.annotations.NullMarked;
