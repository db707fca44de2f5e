/// Released figures as files.
@NullMarked
package vn.gopy.export;

import org.jspecify.annotations.NullMarked;
