@NullMarked
package vn.gopy.dialogue;

import org.jspecify.annotations.NullMarked;
