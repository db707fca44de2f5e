/// Words of residents: which sentences are chosen, what editors make of them, which are shown.
@NullMarked
package vn.gopy.quote;

import org.jspecify.annotations.NullMarked;
