@NullMarked
package vn.gopy.app;

import org.jspecify.annotations.NullMarked;
