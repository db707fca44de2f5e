/// The chat page at `/`: a resident talks to the bot in a browser, without an account. The browser keeps the
/// conversation; the server keeps none of it.
@NullMarked
package vn.gopy.channel.web;

import org.jspecify.annotations.NullMarked;
