@NullMarked
package vn.gopy.channel.webhook;

import org.jspecify.annotations.NullMarked;
