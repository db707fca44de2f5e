/// Units, old and new, what became of which, and the finder that understands their names as people type them.
@NullMarked
package vn.gopy.place;

import org.jspecify.annotations.NullMarked;
