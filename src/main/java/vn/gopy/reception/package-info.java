/// Takes messages in: opens the file of whoever writes, lets the dialogue decide, and records the whole turn
/// in one write-set before anybody is told.
@NullMarked
package vn.gopy.reception;

import org.jspecify.annotations.NullMarked;
