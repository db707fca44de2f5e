/// Claims with their sources, and the library that finds the ones that answer a question, or says that it has
/// none.
@NullMarked
package vn.gopy.policy;

import org.jspecify.annotations.NullMarked;
