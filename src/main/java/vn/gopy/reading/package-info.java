@NullMarked
package vn.gopy.reading;

import org.jspecify.annotations.NullMarked;
