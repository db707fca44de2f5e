/// Stand-ins for what is outside: they behave as strictly as the real ones and remember what happened.
@NullMarked
package vn.gopy.fakes;

import org.jspecify.annotations.NullMarked;
