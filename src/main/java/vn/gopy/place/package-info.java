@NullMarked
package vn.gopy.place;

import org.jspecify.annotations.NullMarked;
