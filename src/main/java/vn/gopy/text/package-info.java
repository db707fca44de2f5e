/// Languages, phrases, and the plain forms of Vietnamese in which the many ways of typing meet.
@NullMarked
package vn.gopy.text;

import org.jspecify.annotations.NullMarked;
