@NullMarked
package vn.gopy.chat;

import org.jspecify.annotations.NullMarked;
