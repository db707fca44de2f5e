/// What a resident and the bot say to each other, in the words of no channel: what arrives, what is answered,
/// what became of sending it. Every channel translates to and from this.
@NullMarked
package vn.gopy.chat;

import org.jspecify.annotations.NullMarked;
