@NullMarked
package vn.gopy.release;

import org.jspecify.annotations.NullMarked;
