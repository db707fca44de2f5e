@NullMarked
package vn.gopy.feedback;

import org.jspecify.annotations.NullMarked;
