@NullMarked
package vn.gopy.wire;

import org.jspecify.annotations.NullMarked;
