@NullMarked
package vn.gopy.vault;

import org.jspecify.annotations.NullMarked;
