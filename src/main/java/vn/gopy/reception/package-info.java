@NullMarked
package vn.gopy.reception;

import org.jspecify.annotations.NullMarked;
