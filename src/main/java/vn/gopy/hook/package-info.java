@NullMarked
package vn.gopy.hook;

import org.jspecify.annotations.NullMarked;
