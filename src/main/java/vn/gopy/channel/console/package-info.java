@NullMarked
package vn.gopy.channel.console;

import org.jspecify.annotations.NullMarked;
