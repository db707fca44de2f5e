/// The roof: the commands of `gopy`, and [App], where all parts are put together by hand. Nobody imports
/// it; it alone reads the system clock.
@NullMarked
package vn.gopy.app;

import org.jspecify.annotations.NullMarked;
