/// Draws the small charts that messages carry.
@NullMarked
package vn.gopy.picture;

import org.jspecify.annotations.NullMarked;
