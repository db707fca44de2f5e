/// Bridges: any other messenger, joined by a small program of its owner over signed webhooks
/// (docs/channels.md).
@NullMarked
package vn.gopy.channel.webhook;

import org.jspecify.annotations.NullMarked;
