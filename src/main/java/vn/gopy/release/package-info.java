/// Figures of closed periods: counted, held to the rule of k persons, published once and frozen.
@NullMarked
package vn.gopy.release;

import org.jspecify.annotations.NullMarked;
