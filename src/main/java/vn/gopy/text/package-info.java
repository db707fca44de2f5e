@NullMarked
package vn.gopy.text;

import org.jspecify.annotations.NullMarked;
